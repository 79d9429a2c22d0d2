#include "json.h"

#include "words.h"

/* A byte that a string may not hold as it is. */
static void
add_escaped(struct buf *out, unsigned char c)
{
	static const char digits[] = "0123456789abcdef";

	buf_string(out, "\\u00");
	buf_byte(out, digits[c >> 4]);
	buf_byte(out, digits[c & 0xF]);
}

static void
add_text(struct buf *out, struct slice text)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\') {
			buf_byte(out, '\\');
			buf_byte(out, (char)c);
		} else if (c < 0x20 || c == '<' || c == '>' || c == '&') {
			add_escaped(out, c);
		} else {
			buf_byte(out, (char)c);
		}
	}
}

void
json_string(struct buf *out, struct slice text)
{
	buf_byte(out, '"');
	add_text(out, text);
	buf_byte(out, '"');
}

void
json_words(struct buf *out, struct slice text)
{
	struct slice word;
	bool first = true;

	buf_byte(out, '"');
	while (words_next(&text, &word)) {
		if (!first)
			buf_byte(out, ' ');
		first = false;
		add_text(out, word);
	}
	buf_byte(out, '"');
}

void
json_name(struct buf *out, const char *name)
{
	if (out->len > 0 && out->at[out->len - 1] != '{')
		buf_byte(out, ',');
	buf_byte(out, '"');
	buf_string(out, name);
	buf_string(out, "\":");
}
