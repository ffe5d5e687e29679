"""Bringing in spreadsheets, accounts and address books."""

from tracker.web.seldom import seldom

blueprint = seldom(
    __name__,
    "POST /imports/<id:import_id>/account account_file.confirm",
    "POST /imports/<id:import_id>/changes changes.choose",
    "GET /imports imports.index",
    "POST /imports imports.create",
    "GET /imports/<id:import_id> imports.show",
    "POST /imports/<id:import_id>/deletion imports.delete",
    "GET /imports/<id:import_id>/mapping mapping.show",
    "POST /imports/<id:import_id>/mapping mapping.update",
    "POST /imports/<id:import_id>/mapping/look mapping.look",
    "POST /imports/<id:import_id>/mapping/reversal mapping.read_as_proposed",
    "POST /imports/<id:import_id>/mapping/correction mapping.read_otherwise",
    "GET /imports/<id:import_id>/rows/<id:row_id> rows.edit",
    "POST /imports/<id:import_id>/rows/<id:row_id> rows.update",
    "POST /imports/<id:import_id>/rows/<id:row_id>/inclusion rows.include",
    "POST /imports/<id:import_id>/staging steps.stage",
    "POST /imports/<id:import_id>/landing steps.insert_rows",
    "POST /imports/<id:import_id>/duplicates steps.duplicates",
    "POST /imports/<id:import_id>/answers steps.answer",
    "GET /imports/<id:import_id>/reversal steps.reversal",
    "POST /imports/<id:import_id>/reversal steps.reverse",
    "GET /imports/<id:import_id>/table tables.show",
    "POST /imports/<id:import_id>/table tables.choose",
    "GET /people/cards vcards.new",
    "POST /people/cards vcards.choose",
    "POST /people/cards/selection vcards.add",
    "GET /people/cards.vcf vcards.everybody",
    "GET /people/<id:contact_id>.vcf vcards.one",
)
