import type {Language} from '../../catalog/contract.ts';
import type {Agenda} from '../../registers/contract.ts';

/** One agenda in one language: what a timer and a page of a meeting show. */
export interface AgendaFacts {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly boxes: readonly AgendaBox[];
  /** Roles that lead in turn; none where nobody has said who. */
  readonly rota: readonly string[];
  /** The weekday on which the first of them leads. */
  readonly from?: string | undefined;
}

export interface AgendaBox {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly text: string;
}

export function agendaFacts({id, title, minutes, boxes, rota = [], from}: Agenda, language: Language): AgendaFacts {
  return {
    id,
    title: title[language],
    minutes,
    boxes: boxes.map((box) => ({id: box.id, title: box.title[language], minutes: box.minutes, text: box.text[language]})),
    rota,
    from,
  };
}
