"""The reader: transport, protocol, device, and its virtual twin."""
