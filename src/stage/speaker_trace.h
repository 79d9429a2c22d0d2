/* speaker_trace: whom a pronoun or a description means. */
#ifndef SPEAKER_TRACE_H
#define SPEAKER_TRACE_H

#include "speaker_phrase.h"

/* The speaker of the quotation before, on whom the text's attention rests. */
struct focus {
	size_t figure; /* SIZE_MAX: none */
	size_t sentence;
	bool asked;    /* in marks: who replies is another */
	bool left;     /* the text has gone on to somebody else */
	bool described; /* it told who by no name and no pronoun */
	size_t addressed; /* whom that speaker asked; SIZE_MAX: nobody */
};

/* The figure that the pronoun or the definite description p, which begins at a byte, means; SIZE_MAX when nothing speaks
 * clearly enough for one. */
size_t trace(const struct scene *s, const struct focus *f, const struct phrase *p, size_t at);

/* "Customs chief: “...”" in a headline: the only person in the document of whom all its words are said, wherever; SIZE_MAX if
 * there is none, or more than one. */
size_t trace_headline(const struct scene *s, const struct phrase *p, size_t at);

/* "A:" in an interview: the only person whom the title names; SIZE_MAX if there is none, or more than one. */
size_t trace_interviewed(const struct scene *s);

#endif
