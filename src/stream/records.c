#include "records.h"

#include <stdint.h>

#include "ascii.h"
#include "csv.h"

enum { WARC_MOST = 1 << 30 }; /* bytes of a record */

void
records_open(struct records *r, struct input *in, enum record_unit unit)
{
	r->in = in;
	r->unit = unit;
	r->separator = 0;
	r->begun = r->entered = false;
	buf_clear(&r->head);
}

void
records_free(struct records *r)
{
	buf_free(&r->head);
}

/* Length of the byte order mark that begins many files made on Windows. */
static size_t
mark_of(struct slice s)
{
	return slice_starts(s, "\xEF\xBB\xBF") ? 3 : 0;
}

static bool
next_file(struct records *r, struct record *record)
{
	record->body = input_rest(r->in);
	record->number = 1;
	return record->body.len > 0;
}

/* Joins the lines that a quoted field of a row holds together, whose first field begins at seen; false if it never ends. */
static bool
join_lines(struct input *in, struct slice *row, size_t seen, char separator)
{
	struct csv at = { .separator = separator };
	bool open;

	do {
		open = csv_is_open(&at, slice_sub(*row, seen, row->len));
		seen = row->len;
	} while (open && input_line_more(in, row));
	return !open;
}

static bool
next_line(struct records *r, struct record *record)
{
	do {
		size_t mark;

		if (!input_line(r->in, &record->body))
			return false;
		record->number = r->in->number;
		mark = record->number == 1 ? mark_of(record->body) : 0;
		if (r->unit == RECORD_QUOTED && r->separator == 0 && slice_trim(record->body).len > mark)
			r->separator = csv_separator(record->body);
		if (r->unit == RECORD_QUOTED && !join_lines(r->in, &record->body, mark, r->separator))
			record->why = "quotation mark without its mate";
		record->separator = r->separator;
		record->body = slice_sub(record->body, mark, record->body.len);
		record->body.len -= slice_ends(record->body, "\r");
	} while (record->body.len == 0);
	return true;
}

/* Offset behind the object that begins at s[0], or s.len where its braces do not close. */
static size_t
end_of_object(struct slice s)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (quoted)
			i += c == '\\';
		if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == '{' || c == '['))
			depth++;
		else if (!quoted && (c == '}' || c == ']') && --depth == 0)
			return i + 1;
	}
	return s.len;
}

/* What is no object comes as one with all that follows, for the parser to refuse. */
static bool
next_object(struct records *r, struct record *record)
{
	struct slice *rest = &r->rest;
	size_t i = 0;
	size_t end;

	if (!r->begun) {
		*rest = input_rest(r->in);
		*rest = slice_sub(*rest, mark_of(*rest), rest->len);
		r->in->number = 1;
	}
	while (i < rest->len && memchr(" \t\r\n[],", rest->at[i], 7) != NULL)
		r->in->number += rest->at[i++] == '\n';
	if (i == rest->len)
		return false;
	*rest = slice_sub(*rest, i, rest->len);
	end = rest->at[0] == '{' ? end_of_object(*rest) : rest->len;
	record->number = r->in->number;
	record->body = slice_sub(*rest, 0, end);
	*rest = slice_sub(*rest, end, rest->len);
	for (i = 0; i < end; i++)
		r->in->number += record->body.at[i] == '\n';
	return true;
}

/* Offset behind the quoted string that begins at s[i], or s.len. */
static size_t
end_of_string(struct slice s, size_t i)
{
	for (i++; i < s.len && s.at[i] != '"'; i++)
		i += s.at[i] == '\\';
	return i < s.len ? i + 1 : s.len;
}

/* The longest list of objects in s, with its brackets; empty if there is none. */
static struct slice
longest_list(struct slice s)
{
	struct slice longest = slice_make(s.at, 0);
	size_t i = 0;

	while (i < s.len) {
		size_t next = i + 1;

		if (s.at[i] == '"') {
			i = end_of_string(s, i);
			continue;
		}
		while (s.at[i] == '[' && next < s.len && ascii_blank(s.at[next]))
			next++;
		if (s.at[i] == '[' && next < s.len && s.at[next] == '{') {
			struct slice list = slice_sub(s, i, i + end_of_object(slice_sub(s, i, s.len)));

			longest = list.len > longest.len ? list : longest;
			next = i + list.len;
		}
		i = next;
	}
	return longest;
}

bool
records_enter(struct records *r, const struct record *record)
{
	struct slice list = longest_list(record->body);

	if (r->unit != RECORD_OBJECT || r->entered || list.len == 0 || slice_trim(r->rest).len > 0)
		return false;
	r->in->number = record->number;
	for (const char *p = record->body.at; p < list.at; p++)
		r->in->number += *p == '\n';
	r->rest = list;
	return r->entered = true;
}

/* The length that a line of a head tells; SIZE_MAX if it is no such line. */
static size_t
told_length(struct slice line)
{
	struct slice value = line;
	struct slice name = slice_trim(slice_cut(&value, ':'));
	size_t length;

	if (value.at == NULL || !slice_is_fold(name, "content-length"))
		return SIZE_MAX;
	return slice_number(slice_trim(value), &length) ? length : SIZE_MAX;
}

/* Lines between records, and behind one whose length was not told, are passed over. */
static bool
next_warc(struct records *r, struct record *record)
{
	size_t length = SIZE_MAX;
	struct slice line;

	buf_clear(&r->head);
	do {
		if (!input_line(r->in, &line))
			return false;
	} while (!slice_starts(line, "WARC/"));
	record->number = r->in->number;
	do {
		size_t told = told_length(line);

		length = told != SIZE_MAX ? told : length;
		buf_add(&r->head, line);
		buf_byte(&r->head, '\n');
	} while (input_line(r->in, &line) && slice_trim(line).len > 0);
	record->head = buf_slice(&r->head);
	if (length > WARC_MOST) {
		record->why = "no believable length of a record";
		return true;
	}
	record->body = input_take(r->in, length);
	if (record->body.len < length)
		record->why = "record is cut short";
	return true;
}

bool
records_next(struct records *r, struct record *record)
{
	static bool (*const next[])(struct records *, struct record *) = {
		[RECORD_FILE] = next_file, [RECORD_LINE] = next_line, [RECORD_QUOTED] = next_line,
		[RECORD_OBJECT] = next_object, [RECORD_WARC] = next_warc
	};
	bool found;

	*record = (struct record){ .body = slice_make("", 0), .head = slice_make("", 0) };
	found = next[r->unit](r, record) && r->in->error == 0;
	r->begun = true;
	return found;
}
