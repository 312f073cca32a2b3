"""The keypad: transport, protocol, device, and its virtual twin."""
