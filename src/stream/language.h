/* language: the language that a program is told, and those it knows. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "doc.h"
#include "opt.h"

#define OPT_LANG(to, usual) OPT_STRING('l', "lang", "CODE", to, "the language of the text (" usual ")")

/* Dies with STATUS_USAGE: code is none of the languages with a built-in list of that name, which it tells, and `also` behind them. */
_Noreturn void language_unknown(const char *code, const char *list, const char *also);

/* Of what language documents are told to be, beside that whose rules read them.  A zeroed struct with a code is ready. */
struct language_count {
	const char *code;
	size_t docs, others;
};

/* The language that d's row tells, without a country ("de" of "de-AT"); empty if it tells none. */
struct slice language_of(const struct doc *d);

void language_count(struct language_count *c, const struct doc *d);

/* Says once on stderr how many documents of another language were read by the rules of this one, if any were. */
void language_warn(const struct language_count *c);

#endif
