// A sign-in that has expired answers htmx with 401: the form is then sent plainly, so that what was
// typed comes along to the sign-in page.
document.addEventListener("htmx:before:response", (event) => {
  const { ctx } = event.detail
  const form = ctx.sourceElement?.closest("form")
  const button = ctx.sourceEvent?.submitter
  if (ctx.response.status !== 401 || !form || ctx.request.method?.toUpperCase() !== "POST") return
  event.preventDefault()
  if (button?.name) {
    const pressed = document.createElement("input")
    form.append(Object.assign(pressed, { type: "hidden", name: button.name, value: button.value }))
  }
  form.action = ctx.request.action
  form.method = "post"
  HTMLFormElement.prototype.submit.call(form)
})
