"""What makes disks fail: a recorder of writes, crash images, power cuts, a disk that fills up."""
