"""The faults that programs like this one have had, by kind, and the tests that look for each."""

LEDGER = {
    "a page that forgot to ask who is there": (
        "tests/views/test_routes.py::test_every_route_but_the_open_ones_asks_a_stranger_to_sign_in",
        "tests/views/test_routes.py::test_open_routes_are_the_few_that_must_be",
        "tests/views/account/test_settings.py::test_nobody_but_the_keeper_knows_of_the_members_page",
    ),
    "another person's number in an address": (
        "tests/views/test_routes.py::test_every_route_with_a_row_is_not_found_for_another_person",
        "tests/views/coach/test_shared_page.py::test_nobody_elses_application_opens_through_a_link",
    ),
    "another person's number in a form": (
        "tests/attacks/test_every_field.py::test_no_number_in_a_form_ties_a_row_to_somebody_elses",
        "tests/web/test_idempotency.py::test_key_of_another_person_makes_a_thing_of_ones_own",
        "tests/attacks/test_deleted_rows.py"
        "::test_undo_of_a_part_puts_back_no_row_that_would_join_two_people",
    ),
    "a link or a sign-in that was ended and still opens": (
        "tests/views/coach/test_coach.py"
        "::test_a_link_is_ended_at_once_and_a_slip_can_be_taken_back_for_a_while",
        "tests/views/account/test_login.py::test_signing_out_kills_the_session_on_the_server",
        "tests/views/account/test_settings.py"
        "::test_a_new_password_ends_the_other_devices_and_the_links_to_set_one",
        "tests/views/account/test_clocks.py::test_what_ended_stays_so_when_the_clock_is_set_back",
        "tests/backup/test_ended_access.py"
        "::test_what_was_ended_since_a_backup_stays_ended_and_the_rest_holds",
        "tests/backup/test_ended_access.py"
        "::test_account_that_was_removed_since_comes_back_with_its_rows_and_lets_nobody_in",
    ),
    "a script in what somebody wrote": (
        "tests/attacks/test_every_field.py::test_no_form_and_no_field_breaks_on_such_words",
        "tests/attacks/test_words.py::test_no_answer_to_a_form_takes_words_for_tags",
        "tests/attacks/test_words.py::test_toast_with_such_a_name_shows_it",
        "tests/views/test_routes.py::test_every_page_carries_the_strict_headers_and_nothing_inline_or_from_elsewhere",
    ),
    "a form from another site": (
        "tests/views/test_routes.py::test_every_unsafe_route_refuses_what_comes_from_elsewhere",
        "tests/views/test_routes.py::test_every_unsafe_route_refuses_a_form_without_the_token",
    ),
    "an address to come back to that leads elsewhere": (
        "tests/views/account/test_login.py::test_an_address_outside_is_never_followed",
        "tests/web/test_errors.py::test_nobody_is_led_to_another_host",
    ),
    "a file brought in that reads, fills or overwrites what it should not": (
        "tests/imports/files/test_archive.py::test_members_that_would_escape_are_refused",
        "tests/imports/files/test_archive.py"
        "::test_archives_in_an_archive_unpack_to_no_more_than_that_one_may",
        "tests/imports/files/test_hostile_workbooks.py"
        "::test_nothing_outside_of_the_file_is_looked_at",
        "tests/imports/files/test_hostile_workbooks.py"
        "::test_elements_in_elements_without_end_are_refused",
    ),
    "a backup or an account file that brings more than it may": (
        "tests/backup/test_damage.py::test_what_is_no_backup",
        "tests/backup/test_restore.py::test_restore_signs_everybody_out",
        "tests/account_file/test_refusals.py::test_what_cannot_be_right_is_refused_and_says_where",
        "tests/attacks/test_crafted_accounts.py::test_crafted_account_breaks_no_page_and_no_file",
        "tests/attacks/test_crafted_accounts.py"
        "::test_what_a_form_would_refuse_is_refused_in_a_sentence",
    ),
    "an upload that is run, or shown as a page": (
        "tests/attacks/test_odd_requests.py"
        "::test_page_or_script_sent_as_a_text_is_only_ever_saved_as_one",
        "tests/views/documents/test_documents.py"
        "::test_what_is_two_kinds_at_once_is_served_as_the_harmless_one",
        "tests/attacks/test_odd_requests.py::test_no_name_of_a_file_reaches_beyond_its_header",
        "tests/web/test_access.py::test_large_upload_of_a_stranger_is_not_read",
    ),
    "a formula in a file to take away": (
        "tests/exports/test_cells.py::test_nothing_begins_a_formula_however_columns_are_divided",
    ),
    "what was hidden and is in the bytes": (
        "tests/views/coach/test_shared_page.py::test_a_part_that_is_not_ticked_is_absent_from_the_bytes",
        "tests/exports/test_leaks.py::test_no_part_that_is_not_ticked_is_in_any_output",
    ),
    "a link that the server opens and that leads inside": (
        "tests/fetching/test_fetch.py::test_no_way_to_write_this_machine_leads_to_it",
        "tests/fetching/test_fetch.py::test_a_name_that_leads_inside_is_not_connected_to",
        "tests/fetching/test_fetch.py"
        "::test_a_name_is_looked_up_once_and_the_checked_address_is_connected_to",
        "tests/fetching/test_fetch.py::test_a_redirect_is_checked_as_the_first_link_is",
        "tests/fetching/test_fetch.py::test_a_drip_that_never_ends_is_ended",
    ),
    "a secret in a log": (
        "tests/views/coach/test_shared_page.py::test_the_secret_is_in_no_log_and_in_no_table",
        "tests/web/test_logs.py::test_nothing_that_a_person_typed_or_is_called_stands_in_a_log",
    ),
}
