/* html_parse: the elements and texts of a page, as libxml2's parser for HTML finds them. */
#ifndef HTML_PARSE_H
#define HTML_PARSE_H

#include <stdbool.h>

#include "slice.h"

/* A start tag; names are in lower case, and stay as long as the page is parsed. */
struct html_tag {
	struct slice name;
	const unsigned char **attributes; /* names and values in turn, NULL at the end; or NULL */
};

/* What is told of a page, in its order.  Elements nest; some that the page never ends are not ended here either.  A text may
 * come in pieces, its references resolved; that of a script is its source. */
struct html_events {
	void (*start)(void *user, const struct html_tag *tag);
	void (*end)(void *user, struct slice name);
	void (*text)(void *user, struct slice text);
};

/* Parses a page in UTF-8, in time linear in it whatever it holds, and takes nothing from elsewhere. */
void html_parse(struct slice page, const struct html_events *events, void *user);

/* Takes the next attribute off *rest; a value that is not there is empty.  False if there is none. */
bool html_attribute(const unsigned char ***rest, struct slice *name, struct slice *value);

#endif
