"""Background work (*taustatyöt*): the Job table is the queue, the lease and the progress bar in one."""
