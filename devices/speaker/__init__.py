"""The speaker: transport, protocol, device, and its virtual twin."""
