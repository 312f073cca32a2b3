"""The scanner: transport, protocol, device, and its virtual twin."""
