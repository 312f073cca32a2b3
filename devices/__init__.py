"""Devices at the counter: transport, protocol, device; registry; supervisor; virtual devices."""
