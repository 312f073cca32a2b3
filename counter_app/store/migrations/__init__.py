"""Schema migrations, run by Alembic; imported only when the schema is not at its head."""

from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from counter_app.errors import Code, CounterError

HEAD = "0009"


def upgrade(engine: Engine) -> None:
    """Bring the schema to its head. Raises STORE_TOO_NEW for a database of a later program."""
    if schema_version(engine) != HEAD:
        migrate(engine, "head")


def check_version(engine: Engine, folder: Path) -> None:
    """Raise NOT_SET_UP, STORE_TOO_OLD or STORE_TOO_NEW unless the schema is this program's own; changes nothing."""
    version = schema_version(engine)
    if version is None:
        raise CounterError(Code.NOT_SET_UP, path=folder)
    if version != HEAD:
        raise CounterError(Code.STORE_TOO_NEW if version > HEAD else Code.STORE_TOO_OLD, path=folder)


def schema_version(engine: Engine) -> str | None:
    """Return the revision of the database, None when it is new."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _fill(connection: Connection, before: str) -> None:
    """Fold anew what was made anew since ``before``, in the migration's own transaction."""
    from counter_app.store.views import rebuild

    if before < "0002":
        rebuild(connection, "dossier")
    if before < "0004":
        rebuild(connection, "ticket")
    if before < "0005":
        rebuild(connection, "device")
    if before < "0009":
        rebuild(connection, "officer")


def migrate(engine: Engine, revision: str) -> None:
    """Go up or down to ``revision`` (``head``, ``base`` or an identifier). Raises STORE_TOO_NEW."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files(__name__)))
    config.set_main_option("path_separator", "os")
    before = schema_version(engine)
    down = revision == "base" or (before is not None and revision < before)
    with engine.execution_options(write=True).begin() as connection:
        config.attributes["connection"] = connection
        try:
            (command.downgrade if down else command.upgrade)(config, revision)
        except CommandError as error:
            if "Can't locate revision" in str(error):
                raise CounterError(Code.STORE_TOO_NEW, path=engine.url.database) from error
            raise
        if before is not None and not down:
            _fill(connection, before)
