"""An invented commune with virtual devices: the demo and the played day."""
