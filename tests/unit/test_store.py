"""The store: encrypted, durable, one program at a time, migrations that match the tables."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.store import migrations
from counter_app.store.blobs import BlobStore
from counter_app.store.database import check_sqlite, connect, open_database
from counter_app.store.tables import metadata
from tests.support.office import OpenOffice, open_office

KEY = bytes(range(32))


def test_the_file_is_encrypted_and_the_settings_are_the_durable_ones(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
        connection.exec_driver_sql("INSERT INTO marks VALUES ('Nguyễn Thị Hậu', 1)")
    database.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
    everything = b"".join(path.read_bytes() for path in tmp_path.glob("counter.db*"))
    assert b"SQLite format 3" not in everything
    assert "Nguyễn".encode() not in everything


def test_the_connection_that_was_used_last_is_used_next(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.read() as one, database.read():
        last = one.connection.dbapi_connection
    with database.write() as writing:
        assert writing.connection.dbapi_connection is last
    with database.read() as reading:
        assert reading.connection.dbapi_connection is last
    database.close()


def test_the_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    assert (tmp_path / "station.key").stat().st_mode & 0o077 == 0


def test_a_second_program_on_the_same_data_is_refused_with_a_code(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with pytest.raises(CounterError) as refused:
        open_database(tmp_path)
    database.close()
    assert refused.value.code is Code.DATA_IN_USE
    open_database(tmp_path).close()


def test_a_lost_key_and_a_wrong_key_are_told_apart(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    key = tmp_path / "station.key"
    kept = key.read_text()
    key.write_text(kept.replace('key": "', 'key": "00')[: len(kept)])
    with pytest.raises(CounterError) as wrong:
        open_database(tmp_path)
    key.unlink()
    with pytest.raises(CounterError) as missing:
        open_database(tmp_path)
    assert (wrong.value.code, missing.value.code) == (Code.KEY_WRONG, Code.KEY_MISSING)


def test_an_sqlite_that_may_corrupt_is_refused() -> None:
    with pytest.raises(CounterError) as refused:
        check_sqlite("3.51.2")
    assert refused.value.code is Code.SQLITE_TOO_OLD
    check_sqlite("3.51.3")


def is_no_search_index(name: str | None, kind: str, _: object) -> bool:
    # Alembic knows no virtual tables; the texts compared below hold the search index.
    return kind != "table" or not (name or "").startswith(("dossier_words", "page_words"))


def test_migrations_go_up_to_the_tables_and_down_to_nothing(tmp_path: Path) -> None:
    engine = connect(tmp_path / "m.db", KEY)
    migrations.migrate(engine, "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_no_search_index}
        )
        assert compare_metadata(context, metadata) == []
        upgraded = connection.execute(text("SELECT sql FROM sqlite_master ORDER BY name")).scalars().all()
    migrations.migrate(engine, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()
    made = connect(tmp_path / "models.db", KEY)
    with made.execution_options(write=True).begin() as connection:
        metadata.create_all(connection)
    with made.connect() as connection:
        wanted = connection.execute(text("SELECT sql FROM sqlite_master ORDER BY name")).scalars().all()
    made.dispose()
    ours = {" ".join(sql.split()) for sql in upgraded if sql and "alembic" not in sql}
    assert ours == {" ".join(sql.split()) for sql in wanted if sql}


def rows_and_words(office: OpenOffice) -> tuple[list[tuple[object, ...]], int]:
    with office.journal.database.read() as connection:
        rows = connection.execute(text("SELECT * FROM dossiers ORDER BY id")).all()
        return [tuple(row) for row in rows], connection.execute(text("SELECT count(*) FROM dossier_words")).scalar_one()


def test_a_store_of_the_first_schema_comes_up_with_its_dossiers_and_goes_down_again(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        for desk in (1, 2, 3):
            receive(office, desk)
        before = rows_and_words(office)
        engine = office.journal.database._engine
        migrations.migrate(engine, "0001")
        with office.journal.database.read() as connection:
            narrow = connection.execute(text("SELECT id, code, due, folded FROM dossiers ORDER BY id")).all()
            assert not inspect(connection).has_table("dossier_words")
        assert [row.id for row in narrow] == [row[1] for row in before[0]]
        assert all(row.due and "nguyen" in row.folded for row in narrow)
    with open_office(tmp_path) as office:
        assert rows_and_words(office) == before
        assert before[1] == 3
        assert len(office.services.dossiers.find("nguyen my")) == 3
        assert verify(office.journal).faults == ()


def receive(office: OpenOffice, desk: int) -> None:
    reception = office.services.reception
    draft = replace(reception.choose(reception.begin(desk), "1.004873"), name="Nguyễn Mỹ Hậu", birth="01/02/1990")
    reception.receive(draft, desk, "ha")


def test_the_head_named_in_the_program_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(Path(migrations.__file__).parent)).get_current_head() == migrations.HEAD


def test_a_database_of_a_later_program_is_refused(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(CounterError) as refused:
        open_database(tmp_path)
    assert refused.value.code is Code.STORE_TOO_NEW


@settings(max_examples=20)
@given(st.binary(max_size=5000))
def test_a_blob_comes_back_as_it_was_and_is_unreadable_on_disk(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("blobs")
    store = BlobStore(folder, KEY)
    sha256 = store.put(content)
    assert sha256 == hashlib.sha256(content).hexdigest() == store.put(content)
    assert store.get(sha256) == content
    stored = [path for path in folder.rglob("*") if path.is_file()]
    assert len(stored) == 1
    assert len(content) < 16 or content not in stored[0].read_bytes()


def test_a_damaged_blob_is_never_handed_out(tmp_path: Path) -> None:
    store = BlobStore(tmp_path, KEY)
    sha256 = store.put(b"page")
    path = tmp_path / sha256[:2] / sha256
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    with pytest.raises(CounterError) as damaged:
        store.get(sha256)
    assert damaged.value.code is Code.BLOB_DAMAGED
    with pytest.raises(CounterError) as missing:
        store.get("../../etc/passwd")
    assert missing.value.code is Code.BLOB_MISSING
