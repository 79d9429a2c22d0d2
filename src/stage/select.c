#include "select.h"

static const struct slice NONE = { NULL, 0 };

static size_t
field_of(enum row_kind kind, struct slice name)
{
	size_t i = 0;

	while (i < row_kind_fields(kind) && !slice_is(name, row_field_name(kind, i)))
		i++;
	return i;
}

struct slice
select_fields(struct selection *s, struct slice kind, struct slice names)
{
	*s = (struct selection){ .kind = row_kind_of(kind) };
	if (s->kind == ROW_OTHER)
		return kind;
	if (names.at == NULL) {
		for (; s->n < row_kind_fields(s->kind); s->n++)
			s->field[s->n] = s->n;
		return NONE;
	}
	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ',');
		size_t field = field_of(s->kind, name);

		if (field == row_kind_fields(s->kind) || s->n == ROW_FIELDS_MAX)
			return name;
		s->field[s->n++] = field;
	}
	return NONE;
}
