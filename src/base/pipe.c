#define _GNU_SOURCE
#include "pipe.h"

#include <fcntl.h>

void
pipe_widen(int fd)
{
#ifdef F_SETPIPE_SZ
	fcntl(fd, F_SETPIPE_SZ, 1 << 20);
#else
	(void)fd;
#endif
}
