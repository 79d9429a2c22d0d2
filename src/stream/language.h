/* language: the language that a program is told, and those it knows. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "opt.h"

#define OPT_LANG(to, usual) OPT_STRING('l', "lang", "CODE", to, "the language of the text (" usual ")")

/* Dies with STATUS_USAGE: code is none of the languages with a built-in list of that name, which it tells, and `also` behind them. */
_Noreturn void language_unknown(const char *code, const char *list, const char *also);

#endif
