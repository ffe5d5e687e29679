// Does nothing, after the style: a browser reads no further before the style is there. Else Chromium, which lays a page
// out when it gives it the focus, does so with all of a board and no style, and once more with it.
"use strict";
