/** The report's content as it follows from events and framework. */
import { isBlank, narrative, normalised, numeral, runsOf, spelled, textRuns } from './text.js';
import { results } from './results.js';
import { Sources } from './sources.js';
import { Values } from './values.js';
import { given } from './units.js';

const PREFACE = 'preface';
const AT_LEAST = '余';

/** The model of a state: the bytes that report-service issues, but for their spelling. */
export function modelOf(framework, frameworkSha256, state, cycle, upToPosition) {
  const values = new Values(framework, state);
  const writer = new Writer(framework, state, values);
  writer.write();
  const { jurisdiction, jurisdictionName, year } = state.opening.payload;
  return {
    about: {
      cycle, jurisdiction, jurisdictionName, year, framework: framework.id, frameworkTitle: framework.title,
      frameworkVersion: framework.version, frameworkSha256, upToPosition, asOf: state.asOf,
    },
    body: writer.body,
    sources: writer.sources.complete(framework),
    results: results(framework, state, values),
  };
}

class Writer {
  constructor(framework, state, values) {
    Object.assign(this, { framework, state, values });
    this.sources = new Sources(state, values);
    this.body = [];
  }

  write() {
    const { sections, groups } = this.framework;
    this.title();
    sections.filter(section => section.id === PREFACE).forEach(section => this.slots(section));
    this.heading('PART', 'section-indicators', '', `${numeral(1)}、自查情况`);
    for (const group of groups) {
      this.heading('GROUP', `group-${group.number}`, '', `（${numeral(group.number)}）${normalised(group.title)}`);
      group.indicators.forEach(indicator => this.indicator(indicator));
    }
    sections.filter(section => section.id !== PREFACE).forEach((section, i) => {
      this.heading('PART', `section-${section.id}`, section.id, `${numeral(i + 2)}、${normalised(section.title)}`);
      this.slots(section);
    });
  }

  title() {
    const { opening } = this.state;
    const government = opening.payload.jurisdictionName;
    const name = government.endsWith('人民政府') ? government : `${government}人民政府`;
    this.body.push({
      style: 'TITLE',
      anchor: 'title',
      holder: '',
      head: '',
      runs: [
        ...textRuns(`${normalised(name)}履行教育职责自评报告（`),
        { kind: 'NUMBER', text: String(opening.payload.year), source: this.sources.year(opening) },
        { kind: 'TEXT', text: '年度）' },
      ],
    });
  }

  indicator(indicator) {
    const title = normalised(indicator.title);
    const first = this.body.length;
    indicator.slots.forEach(slot => this.narrative(indicator, slot));
    const head = { anchor: `indicator-${indicator.id}`, head: `${indicator.id}.${title}${title.endsWith('。') ? '' : '。'}` };
    this.body[first] = { style: 'BODY', holder: indicator.id, runs: [], ...this.body[first], ...head };
  }

  slots(section) {
    let number = 0;
    for (const slot of section.slots) {
      if (!isBlank(slot.heading)) {
        number++;
        const text = normalised(slot.heading);
        this.heading('GROUP', `${section.id}-${number}`, section.id, text.startsWith('（') ? text : `（${numeral(number)}）${text}`);
      }
      this.narrative(section, slot);
    }
  }

  narrative(holder, slot) {
    const item = this.state.standing(slot.id);
    if (item && !item.number && !isBlank(item.shown)) {
      narrative(item.shown)
        .forEach(pieces => this.paragraph(holder.id, runsOf(pieces, (id, following) => this.fill(id, following))));
    } else if (slot.required) {
      this.paragraph(holder.id, [this.missing(slot.id, `${isBlank(slot.heading) ? holder.title : slot.heading}（文字材料）`)]);
    }
  }

  fill(id, following) {
    if (!this.values.applies(id)) {
      const written = given(this.values.measures.get(id).unit, following) ?? '';
      return { runs: [{ kind: 'TEXT', text: '不适用' }], taken: written.length };
    }
    const value = this.values.toPrint(id);
    if (!value) return { runs: [this.missing(id, this.values.nameOf(id))], taken: 0 };
    if (value.origin === 'FACT') return { runs: [{ kind: 'FACT', text: value.text, source: this.sources.add(value, true) }], taken: 0 };
    const atLeast = value.origin === 'AT_LEAST';
    const atLeastLength = atLeast && following.startsWith(AT_LEAST) ? AT_LEAST.length : 0;
    const number = { kind: 'NUMBER', text: value.text + (atLeast ? AT_LEAST : ''), source: this.sources.add(value, true) };
    const written = given(value.unit, following.slice(atLeastLength));
    return { runs: [number, { kind: 'TEXT', text: written ?? value.unit }], unit: value.unit, taken: atLeastLength + (written ?? '').length };
  }

  missing(id, name) {
    const why = this.state.returned(id) && !this.state.standing(id) ? '已退回，待更正' : '待填报';
    return { kind: 'MISSING', text: `〔${why}：${spelled(normalised(name))}〕` };
  }

  paragraph(holder, runs) {
    this.body.push({ style: 'BODY', holder, head: '', runs });
  }

  heading(style, anchor, holder, head) {
    this.body.push({ style, anchor, holder, head, runs: [] });
  }
}
