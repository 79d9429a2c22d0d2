#include "html_parse.h"

#include <libxml/HTMLparser.h>

#include "charset.h"
#include "html_guard.h"
#include "utf8.h"

/* An element that is open costs libxml2 some nanoseconds at each end tag that closes nothing: where more are open than this, the
 * page goes on with another parser. */
enum { DEPTH_MOST = 256, GIVEN_MOST = 1000 /* bytes at once, which it may read in vain */ };

struct parse {
	const struct html_events *events;
	void *user;
	htmlParserCtxtPtr parser;
	struct slice page;
	size_t begin; /* where this parser began */
	size_t given; /* up to where it has the page */
	struct buf meant;
	bool deep;    /* it is to read no more; the next begins where begin is now */
};

static struct slice
slice_of(const unsigned char *s)
{
	return slice_from(s != NULL ? (const char *)s : "");
}

bool
html_attribute(const unsigned char ***rest, struct slice *name, struct slice *value)
{
	if (*rest == NULL || **rest == NULL)
		return false;
	*name = slice_of((*rest)[0]);
	*value = slice_of((*rest)[1]);
	*rest += 2;
	return true;
}

static int
give(void *context, char *to, int room)
{
	struct parse *p = context;
	size_t n = p->deep ? 0 : p->page.len - p->given;

	room = room < GIVEN_MOST ? room : GIVEN_MOST;
	n = n < (size_t)room ? n : (size_t)room;
	if (n > 0)
		memcpy(to, p->page.at + p->given, n);
	p->given += n;
	return (int)n;
}

static int
keep(void *context)
{
	(void)context;
	return 0;
}

static void
start(void *user, const unsigned char *name, const unsigned char **attributes)
{
	struct parse *p = user;
	struct html_tag tag = { slice_of(name), attributes };

	if (p->deep)
		return;
	p->events->start(p->user, &tag);
	if (p->parser->nameNr < DEPTH_MOST || slice_is(tag.name, "script") || slice_is(tag.name, "style"))
		return;
	p->begin += (size_t)xmlByteConsumed(p->parser);
	p->begin += slice_find(slice_sub(p->page, p->begin, p->page.len), '>');
	p->begin += p->begin < p->page.len;
	p->deep = true;
}

static void
end(void *user, const unsigned char *name)
{
	struct parse *p = user;

	if (!p->deep)
		p->events->end(p->user, slice_of(name));
}

/* A text, in which "&#151;" means what cp1252 has at 151, and not the control character. */
static void
text(void *user, const unsigned char *at, int len)
{
	struct parse *p = user;
	struct slice s = slice_make((const char *)at, len > 0 ? (size_t)len : 0);

	if (p->deep || s.len == 0)
		return;
	buf_clear(&p->meant);
	for (size_t n = slice_find(s, '\xC2'); n + 1 < s.len; n = slice_find(s, '\xC2')) {
		buf_add(&p->meant, slice_sub(s, 0, n));
		utf8_add(&p->meant, charset_cp1252((unsigned char)s.at[n + 1]));
		s = slice_sub(s, n + 2, s.len);
	}
	if (p->meant.len > 0) {
		buf_add(&p->meant, s);
		s = buf_slice(&p->meant);
	}
	p->events->text(p->user, s);
}

static char *
copy(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_alloc(n), s, n);
}

void
html_parse(struct slice page, const struct html_events *events, void *user)
{
	static const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	    HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC;
	struct buf clean = { 0 };
	struct parse p = { .events = events, .user = user };

	xmlMemSetup(mem_free, mem_alloc, mem_resize, copy); /* which end the program where there is none */
	html_guard(page, &clean);
	p.page = buf_slice(&clean);
	p.parser = htmlNewParserCtxt();
	if (p.parser == NULL)
		mem_missing();
	*p.parser->sax = (htmlSAXHandler){
		.startElement = start, .endElement = end, .characters = text, .ignorableWhitespace = text, .cdataBlock = text
	};
	do {
		p.deep = false;
		p.given = p.begin;
		htmlCtxtReset(p.parser);
		p.parser->userData = &p;
		p.parser->options |= XML_PARSE_HUGE; /* a long page is no attack here: all of it is in memory */
		xmlFreeDoc(htmlCtxtReadIO(p.parser, give, keep, &p, NULL, "UTF-8", options));
	} while (p.deep && p.begin < p.page.len);
	htmlFreeParserCtxt(p.parser);
	buf_free(&clean);
	buf_free(&p.meant);
}
