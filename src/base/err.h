/* err: how a program speaks of trouble, and its statuses.  One line on stderr, begun with the
 * program's name, lower case, no full stop; control characters of the message are shown as ?. */
#ifndef ERR_H
#define ERR_H

enum {
	STATUS_DONE = 0,
	STATUS_REJECTED = 1, /* some rows were left out */
	STATUS_USAGE = 2,    /* wrong usage, lexicon or pattern */
	STATUS_SYSTEM = 3    /* open, read, write or memory failed: output is not whole */
};

/* Sets the name that begins every message.  The string is kept, not copied. */
void err_begin(const char *name);
const char *err_name(void);

void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void die(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* die with STATUS_SYSTEM, and what errno says behind the message. */
_Noreturn void die_errno(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
