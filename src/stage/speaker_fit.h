/* speaker_fit: may a pronoun or a description mean a figure? */
#ifndef SPEAKER_FIT_H
#define SPEAKER_FIT_H

#include "speaker_phrase.h"

/* Is it a person, or a source that is one or more? */
bool fit_human(const struct figure *f);

/* May p mean the figure?  Then *weight grows, or shrinks, by what speaks for it; for a pronoun it never grows. */
bool fit(const struct scene *s, size_t figure, const struct phrase *p, int *weight);

/* "The Republican senator": would a party tell who of two is meant? */
bool fit_party(const struct scene *s, const struct phrase *p);

/* "The company", "the agency": may it be any organisation, as not a word more tells of which? */
bool fit_any_org(const struct scene *s, const struct phrase *p);

/* "The High Court" is one of the state's, and no company. */
bool fit_state(const struct scene *s, const struct figure *f);

#endif
