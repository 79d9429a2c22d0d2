/* html_token: the tokens of HTML, as browsers cut them, in time linear in the page whatever it holds. */
#ifndef HTML_TOKEN_H
#define HTML_TOKEN_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"

enum html_kind { HTML_TEXT, HTML_START, HTML_END };

struct html_token {
	enum html_kind kind;
	struct slice name; /* of a tag, as written */
	struct slice rest; /* of a start tag, its attributes */
	struct slice text; /* of a text, with its character references */
};

/* Begin with a zeroed struct and the page. */
struct html_scanner {
	struct slice page;
	size_t at;
	struct slice raw;             /* the element, as script is, whose content is no markup; .len 0: none */
	bool no_single, no_double;    /* no quotation mark of the kind is left */
};

/* The next token; false at the end.  Comments and declarations are passed over. */
bool html_next(struct html_scanner *s, struct html_token *token);

/* Takes the next attribute off *rest; its value still has its character references.  False if there is none. */
bool html_attribute(struct slice *rest, struct slice *name, struct slice *value);

/* Is name, in any case, the one wanted, which is in lower case? */
bool html_is(struct slice name, const char *wanted);

#endif
