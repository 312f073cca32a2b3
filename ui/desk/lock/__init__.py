"""The desk while nobody sits at it: locked, with the work untouched underneath."""
