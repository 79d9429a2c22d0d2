#include "spool.h"

#include <stdlib.h>
#include <unistd.h>

#include "err.h"

void
spool_open(struct spool *s)
{
	const char *dir = getenv("TMPDIR");
	struct buf name = { 0 };

	buf_string(&name, dir != NULL && *dir != '\0' ? dir : "/tmp");
	buf_add(&name, slice_make("/hearsay.XXXXXX", sizeof "/hearsay.XXXXXX"));
	*s = (struct spool){ .out.name = "temporary file" };
	s->out.fd = mkstemp(name.at);
	if (s->out.fd < 0)
		die_errno("cannot create a file like %s", name.at);
	if (unlink(name.at) != 0)
		die_errno("cannot unlink %s", name.at);
	buf_free(&name);
}

void
spool_doc(struct spool *s, const struct doc *d)
{
	for (size_t i = 0; i < d->nread; i++) {
		output_add(&s->out, d->row[i].line);
		output_add(&s->out, slice_from("\n"));
	}
}

char **
spool_paths(struct spool *s)
{
	output_flush(&s->out);
	if (lseek(s->out.fd, 0, SEEK_SET) != 0 || dup2(s->out.fd, STDIN_FILENO) < 0)
		die_errno("cannot read the temporary file again");
	s->dash[0] = '-';
	s->paths[0] = s->dash;
	return s->paths;
}

void
spool_close(struct spool *s)
{
	output_close(&s->out);
}
