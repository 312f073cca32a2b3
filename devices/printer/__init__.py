"""The printer: transport, protocol, device, and its virtual twin."""
