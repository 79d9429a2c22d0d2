"use strict";
// Draws the page from the data that report wrote into it.  All text of articles enters the page as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const main = document.getElementById("main");
const form = document.getElementById("filter");
const STEP = 40; // statements that are drawn at a time
const PAST = new Map(Object.entries(data.stances)); // a stance may be called "constructor"
const SIGN = { __proto__: null, same: "●", trimmed: "◐", altered: "◑", fragment: "◔", paraphrase: "○" };

// An element with attributes, and children that are nodes or text; null ones are left out.
function h(name, attributes, ...children) {
	const node = document.createElement(name);
	for (const [key, value] of Object.entries(attributes || {}))
		if (value !== null && value !== false)
			node.setAttribute(key, value === true ? "" : value);
	node.append(...children.filter((child) => child !== null && child !== undefined));
	return node;
}

const unseen = (text) => h("span", { class: "unseen" }, text);
const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
const textOf = (s) => s.wordings[0].text.replace(/,$/, ""); // "We will go," Berg said
const outletOf = (w) => data.articles[w.article].outlet;
const dayOf = (w) => data.articles[w.article].published.slice(0, 10);
const voiceOf = (w) => w.name || w.speaker;
const quoted = (w, text) => w.form === "direct" ? ["“", text, "”"] : [text]; // what is mixed has its own marks
const pastOf = (stance) => PAST.get(stance) || stance;
const verbOf = (w) => pastOf(w.stance);

function kindOf(w) {
	if (w.id.startsWith("anon:"))
		return "anonymous";
	return w.id || w.name ? "named" : "unknown";
}

// How often each value of `of` occurs, most often first.
function tally(items, of) {
	const counts = new Map();
	for (const item of items)
		counts.set(of(item), (counts.get(of(item)) || 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const all = data.statements.map((s, i) => ({ ...s, rank: i + 1 }));
const wordings = all.flatMap((s) => s.wordings);
const contradicted = new Set(data.conflicts.flatMap((c) => c.sides.map(([i]) => i + 1))); // ranks

// ---- what is shown: the view and the filters, kept in the address so that a link leads back here

function stateOf(hash) {
	const [view, query] = hash.replace(/^#/, "").split("?");
	const at = new URLSearchParams(query || "");
	return {
		view: ["ledger", "matrix", "conflicts", "speakers", "timeline"].includes(view) ? view : "ledger",
		words: at.get("words") || "", speaker: at.get("speaker") || "", outlet: at.get("outlet") || "",
		stance: at.get("stance") || "", shared: at.has("shared"), sense: at.has("sense"), conflict: at.has("conflict"), day: at.get("day") || "",
	};
}

function hashOf(state) {
	const query = new URLSearchParams();
	for (const [key, value] of Object.entries(state))
		if (key !== "view" && value)
			query.set(key, value === true ? "1" : value);
	return "#" + state.view + (query.size ? "?" + query : "");
}

// The text that the words of a search are looked for in.
function haystack(s) {
	if (s.hay === undefined)
		s.hay = s.wordings.map((w) => `${w.text}\n${w.name}\n${w.speaker}\n${outletOf(w)}`).join("\n").toLowerCase();
	return s.hay;
}

function passes(s, state, words) {
	return (!state.shared || s.outlets > 1) &&
		(!state.sense || s.wordings.some((w) => w.sense.length)) &&
		(!state.conflict || contradicted.has(s.rank)) &&
		(!state.speaker || s.wordings.some((w) => voiceOf(w) === state.speaker)) &&
		(!state.outlet || s.wordings.some((w) => outletOf(w) === state.outlet)) &&
		(!state.stance || s.wordings.some((w) => w.stance === state.stance)) &&
		(!state.day || s.wordings.some((w) => dayOf(w) === state.day)) &&
		words.every((word) => haystack(s).includes(word));
}

function chosen(state) {
	const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
	return all.filter((s) => passes(s, state, words));
}

// ---- the ledger

// A long cut shows its ends; the table word by word has all of it.
function shortened(text) {
	const words = text.split(" ");
	return words.length > 9 ? [...words.slice(0, 4), "…", ...words.slice(-3)].join(" ") : text;
}

// The words of a wording: what it dropped and added against the fullest one.
function marked(w) {
	if (!w.pieces)
		return [w.text];
	return w.pieces.flatMap(([kind, text], i) => {
		const space = i ? [" "] : [];
		if (kind === 1)
			return [...space, h("del", {}, unseen("dropped: "), shortened(text), unseen(" "))];
		if (kind === 2)
			return [...space, h("ins", {}, unseen("added: "), text, unseen(" "))];
		return [...space, text];
	});
}

function senseText([level, ...words]) {
	const [from, to] = words.map(shortened);
	if (from && to)
		return `${level}: “${from}” → “${to}”`;
	return from ? `${level}: “${from}” dropped` : `${level}: “${to}” added`;
}

const alarms = (w) => w.sense.map((e) => h("span", { class: "alarm" }, "! " + senseText(e)));

function link(article) {
	if (!/^https?:\/\//i.test(article.url))
		return article.title || article.id;
	return h("a", { href: article.url, rel: "noopener noreferrer nofollow" }, article.title || article.url);
}

// A quotation that opens the sentences it stands in, and tells where that is.
function inContext(w, ...shown) {
	const article = data.articles[w.article];
	const [before, words, after] = w.context;
	const details = h("details", {}, h("summary", {}, ...shown));
	const open = () => details.children.length > 1 || details.append(
		h("p", { class: "context" }, before, h("mark", {}, words), after),
		h("p", { class: "source" }, link(article), ` · document ${article.id}, bytes ${w.start} to ${w.end}`,
			article.published ? ` · ${article.published}` : "",
			w.speaker ? ` · given to “${w.speaker}”` : "", w.cue ? ` by “${w.cue}”` : ""));
	details.addEventListener("toggle", open);
	return details;
}

// Told only where it is another than the statement's.
function differs(s, w) {
	const speaker = voiceOf(w) !== voiceOf(s.wordings[s.voice]) && voiceOf(w);
	const verb = w.stance && w.stance !== s.wordings[0].stance && verbOf(w);
	if (!speaker && !verb)
		return null;
	return h("span", { class: "other" }, " — " + [speaker, verb].filter(Boolean).join(" "));
}

function wordingRow(s, w, i) {
	const relation = i === 0 ? "fullest" : w.relation;
	return h("tr", {},
		h("th", { scope: "row" }, outletOf(w), dayOf(w) ? h("small", {}, dayOf(w)) : null),
		h("td", { class: "relation" }, relation),
		h("td", {},
			inContext(w, h("span", { class: "words" }, ...(i === 0 ? [h("span", { class: "other" }, "as above")] : marked(w))), differs(s, w)),
			...alarms(w)));
}

// Outlets as rows, the words of the fullest wording as columns, and between them columns for what others added.
function collation(s) {
	const base = s.wordings[0].text.split(" ");
	const rows = s.wordings.slice(1).map((w) => ({ w, cells: w.pieces && cellsOf(w.pieces) }));
	const slots = new Set(rows.flatMap((r) => (r.cells || []).filter((c) => c.kind === "added").map((c) => c.at)));
	const columns = [];
	for (let i = 0; i <= base.length; i++) {
		if (slots.has(i))
			columns.push({ slot: true, at: i });
		if (i < base.length)
			columns.push({ slot: false, at: i });
	}
	const head = h("tr", { class: "fullest" }, h("th", { scope: "row" }, outletOf(s.wordings[0]), unseen(", fullest")),
		...columns.map((c) => h("td", {}, c.slot ? "" : base[c.at])));
	const body = rows.map((r) => h("tr", {}, h("th", { scope: "row" }, outletOf(r.w), ...alarms(r.w)), ...collationCells(r, columns)));
	return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Words side by side" },
		h("table", { class: "collation" }, h("tbody", {}, head, ...body)));
}

// Pieces as cells over the fullest wording's words: at is the first word, n the number of words covered.
function cellsOf(pieces) {
	const cells = [];
	let at = 0;
	for (let i = 0; i < pieces.length; i++) {
		const [kind, text] = pieces[i];
		const words = text.split(" ");
		if (kind === 0) {
			for (const word of words)
				cells.push({ kind: "same", at: at++, n: 1, text: word });
		} else if (kind === 1 && pieces[i + 1] && pieces[i + 1][0] === 2) {
			cells.push({ kind: "changed", at, n: words.length, text: pieces[++i][1] });
			at += words.length;
		} else if (kind === 1) {
			cells.push({ kind: "dropped", at, n: words.length, text: "" });
			at += words.length;
		} else {
			cells.push({ kind: "added", at, n: 0, text });
		}
	}
	return cells;
}

function collationCells(row, columns) {
	if (!row.cells)
		return [h("td", { class: "apart", colspan: columns.length }, "in other words: " + row.w.text)];
	const out = [];
	for (let c = 0; c < columns.length; c++) {
		const { slot, at } = columns[c];
		const cell = row.cells.find((x) => slot ? x.kind === "added" && x.at === at : x.n && x.at <= at && at < x.at + x.n);
		if (!cell) {
			out.push(h("td", {}));
			continue;
		}
		let span = 1;
		while (cell.n > 1 && c + span < columns.length && columns[c + span].at < cell.at + cell.n)
			span++;
		out.push(h("td", { class: cell.kind, colspan: span > 1 ? span : null }, cell.kind === "dropped" ? h("span", { "aria-label": "dropped" }, "–") : cell.text));
		c += span - 1;
	}
	return out;
}

function statement(s) {
	const voice = s.wordings[s.voice];
	const fullest = s.wordings[0];
	const stances = tally(s.wordings.filter((w) => w.stance), verbOf).slice(0, 3).map(([verb]) => verb).join(", ");
	const alone = s.wordings.length === 1;
	const text = h("bdi", {}, textOf(s));
	const words = quoted(fullest, text);
	const item = h("li", { class: "statement", id: "s" + s.rank },
		h("h2", {}, h("span", {}, voiceOf(voice) || "(unknown)", h("span", { class: "verb" }, " " + stances)),
			h("span", { class: "carried" }, alone ? outletOf(fullest)
				: `${plural(s.outlets, "outlet")}, ${plural(s.wordings.length, "wording")}`)),
		h("blockquote", {}, ...(alone ? [inContext(fullest, ...words)] : words)));
	if (alone) {
		item.append(...alarms(fullest));
		return item;
	}
	item.append(h("table", { class: "wordings" }, h("caption", { class: "unseen" }, "What each outlet made of it"),
		h("tbody", {}, ...s.wordings.map((w, i) => wordingRow(s, w, i)))));
	const beside = h("details", { class: "beside" }, h("summary", {}, "word by word"));
	beside.addEventListener("toggle", () => beside.children.length > 1 || beside.append(collation(s)));
	item.append(beside);
	return item;
}

// Draws more items as the reader comes near their end; the button does it for the keyboard, and printing draws all.
function stream(list, items, draw) {
	const more = h("button", { class: "more", type: "button" });
	let drawn = 0;
	const step = (n) => {
		list.append(...items.slice(drawn, drawn + n).map(draw));
		drawn = Math.min(drawn + n, items.length);
		more.hidden = drawn === items.length;
		more.textContent = `Show more (${(items.length - drawn).toLocaleString("en")} left)`;
	};
	more.addEventListener("click", () => {
		const next = drawn;
		step(STEP);
		const first = list.children[next];
		if (first) {
			first.tabIndex = -1;
			first.focus({ preventScroll: true });
		}
	});
	new IntersectionObserver((seen) => seen.some((e) => e.isIntersecting) && step(STEP), { rootMargin: "900px" }).observe(more);
	step(STEP);
	drawTo = (n) => n > drawn && step(n - drawn);
	return more;
}

function ledgerView(found) {
	const list = h("ol", { class: "ledger" });
	return [list, stream(list, found, statement)];
}

const column = (name, kind) => h("th", { scope: "col", class: kind || null }, name);
const numbers = (...names) => names.map((name) => column(name, "number"));
const number = (n) => h("td", { class: "number" }, n.toLocaleString("en"));

// ---- statements against outlets

function matrixRow(outlets) {
	return (s) => h("tr", {},
		h("th", { scope: "row" }, h("a", { href: "#s" + s.rank, "data-rank": s.rank }, s.rank)),
		h("td", { class: "statement-cell" }, h("div", {}, h("b", {}, voiceOf(s.wordings[s.voice]) || "(unknown)"), ": ", textOf(s))),
		...outlets.map((outlet) => {
			const mine = s.wordings.filter((w) => outletOf(w) === outlet);
			if (!mine.length)
				return h("td", { class: "cell" });
			const best = mine.find((w) => w.sense.length) || mine[0];
			const relation = best === s.wordings[0] ? "fullest" : best.relation || "carried";
			const sense = best.sense.length > 0;
			return h("td", { class: "cell", title: sense ? best.sense.map(senseText).join("; ") : relation },
				h("span", { class: sense ? "alarm" : null, "aria-hidden": "true" }, sense ? "!" : SIGN[best.relation] || "●"),
				unseen(sense ? "sense changed" : relation));
		}));
}

function matrixView(found) {
	const outlets = tally(found.flatMap((s) => s.wordings), outletOf).map(([outlet]) => outlet).sort();
	const body = h("tbody", {});
	const legend = Object.entries(SIGN).map(([name, sign]) => `${sign} ${name}`).join("   ") + "   ! sense changed";
	const more = stream(body, found, matrixRow(outlets));
	return [h("p", { class: "other" }, legend),
		h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Statements against outlets" },
			h("table", { class: "table matrix" },
				h("thead", {}, h("tr", {}, column("No."), column("Statement"), ...outlets.map((o) => column(o, "outlet")))), body)), more];
}

// ---- who contradicts whom

const TELLS = {
	__proto__: null,
	negation: "one speaker: it is so, and it is not",
	number: "one speaker, and two numbers",
	denial: "what one says, another denies",
};

function sideRow([i, k], outlets) {
	const s = all[i];
	const w = s.wordings[k];
	const text = h("bdi", {}, w.text.replace(/,$/, ""));
	return h("tr", {},
		h("th", { scope: "row" }, outletOf(w), dayOf(w) ? h("small", {}, dayOf(w)) : null),
		h("td", {},
			inContext(w, h("span", { class: "words" }, ...quoted(w, text)),
				h("span", { class: "other" }, " — " + [voiceOf(w) || "(unknown)", verbOf(w)].filter(Boolean).join(" "))),
			h("p", { class: "source" }, h("a", { href: "#s" + s.rank, "data-rank": s.rank }, `Statement ${s.rank}`),
				outlets > 1 ? `, so in ${plural(outlets, "outlet")}` : "")));
}

function conflict(c) {
	const voices = new Set(c.sides.map(([i, k]) => voiceOf(all[i].wordings[k]) || "(unknown)"));
	return h("li", { class: "statement" },
		h("h2", {}, h("span", {}, [...voices].join(" / ")), h("span", { class: "carried" }, `${c.kind} (${TELLS[c.kind]})`)),
		h("table", { class: "wordings" }, h("caption", { class: "unseen" }, "What stands against what"),
			h("tbody", {}, ...c.sides.map((side, i) => sideRow(side, c.outlets[i])))));
}

function conflictsView(found) {
	const ranks = new Set(found.map((s) => s.rank));
	const list = h("ol", { class: "ledger" });
	const items = data.conflicts.filter((c) => c.sides.some(([i]) => ranks.has(i + 1)));
	return items.length ? [list, stream(list, items, conflict)] : [h("p", { class: "none" }, "No two of these wordings contradict each other.")];
}

// ---- who is heard

function shareBar(items) {
	const kinds = ["named", "anonymous", "unknown"];
	const n = kinds.map((kind) => items.filter((w) => kindOf(w) === kind).length);
	const percent = n.map((x) => items.length ? Math.round(x * 100 / items.length) : 0);
	return h("div", {},
		h("div", { class: "share", "aria-hidden": "true" }, ...n.map((x) => h("span", { style: `flex: ${x} 0 0` }))),
		h("p", { class: "other" }, kinds.map((kind, i) => `${kind} ${percent[i]} % (${n[i].toLocaleString("en")})`).join(" · ")));
}

function table(caption, head, body) {
	return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
		h("table", { class: "table" }, h("caption", { class: "unseen" }, caption), h("thead", {}, h("tr", {}, ...head)), body));
}

function speakersOf(found) {
	const speakers = new Map();
	for (const s of found)
		for (const w of s.wordings) {
			const key = w.id || voiceOf(w);
			const entry = speakers.get(key) || { name: voiceOf(w) || "(unknown)", value: voiceOf(w), kind: kindOf(w),
				wordings: 0, statements: new Set(), outlets: new Set(), stances: [] };
			entry.wordings++;
			entry.statements.add(s.rank);
			entry.outlets.add(outletOf(w));
			entry.stances.push(w);
			speakers.set(key, entry);
		}
	return [...speakers.values()].sort((a, b) => b.wordings - a.wordings || (a.name < b.name ? -1 : 1));
}

function speakerRow(e) {
	const stances = tally(e.stances.filter((w) => w.stance), verbOf).slice(0, 4).map(([verb, n]) => `${verb} ${n}`).join(", ");
	const name = e.value ? h("a", { href: hashOf({ ...stateOf(""), speaker: e.value }) }, e.name) : e.name;
	return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, e.kind), number(e.wordings), number(e.statements.size),
		number(e.outlets.size), h("td", {}, stances));
}

function speakersView(found) {
	const heard = found.flatMap((s) => s.wordings);
	const outlets = tally(heard, outletOf).map(([outlet]) => {
		const mine = heard.filter((w) => outletOf(w) === outlet);
		const anonymous = mine.filter((w) => kindOf(w) === "anonymous").length;
		return h("tr", {}, h("th", { scope: "row" }, outlet), number(mine.length), number(anonymous),
			h("td", { class: "number" }, Math.round(anonymous * 100 / mine.length) + " %"));
	});
	const speakers = h("tbody", {});
	const more = stream(speakers, speakersOf(found), speakerRow);
	return [h("h2", {}, "How sources are named"), shareBar(heard),
		h("h3", {}, "Outlets"),
		table("Outlets", [column("Outlet"), ...numbers("Quotations", "Of anonymous sources", "Share")], h("tbody", {}, ...outlets)),
		h("h3", {}, "Speakers"),
		table("Speakers", [column("Speaker"), column("Source"), ...numbers("Quotations", "Statements", "Outlets"), column("How")], speakers), more];
}

// ---- when

function timelineView(found) {
	const heard = found.flatMap((s) => s.wordings);
	const days = tally(heard.filter(dayOf), dayOf).sort((a, b) => (a[0] < b[0] ? -1 : 1));
	const undated = heard.filter((w) => !dayOf(w)).length;
	const most = Math.max(1, ...days.map(([, n]) => n));
	const rows = days.map(([day, n]) => h("tr", {},
		h("th", { scope: "row" }, h("a", { href: hashOf({ ...stateOf(""), day }) }, day)), number(n),
		h("td", { style: "width: 70%" }, h("span", { class: "bar", style: `width: ${n * 100 / most}%`, "aria-hidden": "true" }))));
	return [days.length ? table("Quotations a day", [column("Day"), ...numbers("Quotations"), column("")], h("tbody", {}, ...rows)) : null,
		undated ? h("p", { class: "none" }, `${plural(undated, "quotation")} in articles without a date.`) : null];
}

// ---- the page

const VIEWS = { ledger: ledgerView, matrix: matrixView, conflicts: conflictsView, speakers: speakersView, timeline: timelineView };
let state = stateOf(location.hash);
let drawTo = () => {}; // draws the view's first n items

function draw() {
	const found = chosen(state);
	drawTo = () => {};
	main.replaceChildren(...(found.length ? VIEWS[state.view](found) : [h("p", { class: "none" }, all.length ? "No statement is like that." : "There are no statements.")]).filter(Boolean));
	document.getElementById("count").textContent = `${found.length.toLocaleString("en")} of ${plural(all.length, "statement")}` +
		(state.day ? `, on ${state.day}` : "");
	for (const a of document.querySelectorAll("nav a")) {
		const view = a.getAttribute("href").split("?")[0].slice(1);
		a.href = hashOf({ ...state, view });
		if (view === state.view)
			a.setAttribute("aria-current", "page");
		else
			a.removeAttribute("aria-current");
	}
}

// Puts the state into the form's fields.
function fillForm() {
	for (const field of form.elements)
		if (field.type === "checkbox")
			field.checked = state[field.name];
		else if (field.name)
			field.value = state[field.name];
}

function readForm() {
	const next = { ...state };
	for (const field of form.elements)
		if (field.name)
			next[field.name] = field.type === "checkbox" ? field.checked : field.value;
	return next;
}

function take(next) {
	state = next;
	try {
		history.replaceState(null, "", hashOf(state));
	} catch {
		// a page without an address of its own keeps its state for itself
	}
	draw();
}

// A link to a statement from another view: the ledger, down to it.
function goTo(rank) {
	take({ ...stateOf(""), view: "ledger" });
	drawTo(rank);
	const item = document.getElementById("s" + rank);
	item.tabIndex = -1;
	item.scrollIntoView({ block: "start" });
	item.focus({ preventScroll: true });
}

function options(name, entries, shown = (value) => value) {
	const select = form.elements[name];
	for (const [value, n] of entries)
		if (value)
			select.append(h("option", { value }, `${shown(value)} (${n.toLocaleString("en")})`));
}

function start() {
	const shared = all.filter((s) => s.outlets > 1).length;
	const turned = wordings.filter((w) => w.sense.length).length;
	document.getElementById("summary").textContent = `${plural(data.articles.length, "article")}, ${plural(wordings.length, "quotation")}, ` +
		`${plural(all.length, "statement")}, ${shared.toLocaleString("en")} of them in two outlets or more; ${plural(turned, "wording changes", "wordings change")} the sense`;
	options("speaker", tally(wordings, voiceOf));
	options("outlet", tally(wordings, outletOf));
	options("stance", tally(wordings, (w) => w.stance), pastOf);
	document.querySelector("nav a[href='#conflicts']").hidden = form.elements.conflict.parentElement.hidden = !data.conflicts.length;
	document.querySelector("nav a[href='#timeline']").hidden = !wordings.some(dayOf);
	fillForm();
	draw();
}

let typing = 0;
form.addEventListener("input", () => {
	clearTimeout(typing);
	typing = setTimeout(() => take(readForm()), 120);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
	event.preventDefault();
	take({ ...stateOf(""), view: state.view });
	fillForm();
});
main.addEventListener("click", (event) => {
	const a = event.target.closest("a[data-rank]");
	if (a) {
		event.preventDefault();
		goTo(Number(a.dataset.rank));
	}
});
addEventListener("hashchange", () => {
	state = stateOf(location.hash);
	fillForm();
	draw();
});
addEventListener("beforeprint", () => drawTo(Infinity));
start();
