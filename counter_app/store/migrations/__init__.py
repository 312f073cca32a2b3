"""Schema migrations, run by Alembic; imported only when the schema is not at its head."""

from importlib.resources import files

from sqlalchemy import Engine, inspect, text

from counter_app.errors import Code, CounterError

HEAD = "0001"


def upgrade(engine: Engine) -> None:
    """Bring the schema to its head. Raises STORE_TOO_NEW for a database of a later program."""
    if schema_version(engine) != HEAD:
        migrate(engine, "head")


def schema_version(engine: Engine) -> str | None:
    """Return the revision of the database, None when it is new."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, revision: str) -> None:
    """Go up or down to ``revision`` (``head``, ``base`` or an identifier). Raises STORE_TOO_NEW."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files(__name__)))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(write=True).begin() as connection:
        config.attributes["connection"] = connection
        try:
            (command.downgrade if revision == "base" else command.upgrade)(config, revision)
        except CommandError as error:
            if "Can't locate revision" in str(error):
                raise CounterError(Code.STORE_TOO_NEW, path=engine.url.database) from error
            raise
