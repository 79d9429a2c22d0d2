#include "language.h"

#include "lexicon.h"

_Noreturn void
language_unknown(const char *code, const char *list, const char *also)
{
	struct buf names = { 0 };

	lexicon_languages(list, &names);
	program_usage("no language '%s': one of%.*s%s", code, (int)names.len, names.at, also);
}
