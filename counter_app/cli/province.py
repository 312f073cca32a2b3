"""``counter-app province``: the province's server."""

import argparse

from sync.server.program import run_server


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Raises PORT_TAKEN and what opening the data raises."""
    print(f"http://{arguments.host}:{arguments.port} {arguments.data}", flush=True)
    run_server(arguments.data, arguments.host, arguments.port)
    return 0
