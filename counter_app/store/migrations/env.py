"""Alembic's entry: runs the revisions on the connection that :func:`counter_app.store.migrations.migrate` gives."""

from alembic import context

from counter_app.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
