/** The rows of annex 1: first one for every number of the body, in its order, then the rest of what the ledger has. */

export class Sources {
  constructor(state, values) {
    this.state = state;
    this.values = values;
    this.rows = [];
    this.first = new Map();
  }

  /** A new row for a value; its id. */
  add(value, printed) {
    const id = this.nextId();
    if (!this.first.has(value.key)) this.first.set(value.key, id);
    this.rows.push({ id, printed, value });
    return id;
  }

  /** A new row for the year of the cycle. */
  year({ payload, ...event }) {
    const year = String(payload.year);
    const value = { holder: '', id: 'year', name: '评价年度', text: year, unit: '年', origin: 'CYCLE', period: year, opening: event };
    return this.add(value, true);
  }

  /** All rows, linked. */
  complete(framework) {
    const rest = value => { if (value && !this.first.has(value.key)) this.add(value, false); };
    for (const holder of framework.holders) {
      for (const figure of holder.figures) {
        rest(this.values.computed(figure.id));
        this.state.all(figure.id).forEach(item => rest(this.values.submitted(item)));
      }
      holder.measures.forEach(measure => rest(this.values.computed(measure.id)));
    }
    return this.rows.map(row => this.linked(row));
  }

  nextId() {
    return `N${String(this.rows.length + 1).padStart(4, '0')}`;
  }

  linked({ id, printed, value }) {
    const { holder, id: item, name, text, unit, origin, period } = value;
    const row = { id, printed, holder, place: this.values.placeOf(holder), item, name, value: text, unit, origin, period };
    if (value.computed) row.computation = this.computation(value.computed);
    else row.event = setBy(value.opening ?? value.item.event, value.item ? this.state.nameOf(value.item.organisation) : '');
    return row;
  }

  computation(computed) {
    const declared = this.values.declared(computed);
    return {
      formula: this.values.formula(computed.measure),
      inputs: computed.inputs.map(operand => this.rowOf(operand)),
      ...(declared && { declared: this.rowOf(computed.declared), ...declared }),
    };
  }

  rowOf({ figure, organisation }) {
    return this.first.get(`${figure}@${organisation}`) ?? this.first.get(figure) ?? '';
  }
}

const setBy = ({ position, id, time }, organisation) => ({ organisation, recordedAt: time, position: String(position), eventId: id });
