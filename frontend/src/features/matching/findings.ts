// Turns findings, which come as codes and values, into words. It judges nothing itself.
import type { Line, Match, PositionCard, Question } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { matchingWords } from './words';

/** Whom the words speak to: the person themselves, or the employer about them. */
export type Audience = 'seeker' | 'employer';

interface Finding {
  title: string;
  detail: string;
  evidence: string | undefined;
}

export function useFindings(audience: Audience, position?: PositionCard) {
  const t = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const value = useValue(position);
  const who = audience === 'seeker' ? t.you : t.they;
  // The name of a skill speaks for itself; an amount or a place needs to be told what it is.
  const titleOf = (kind: Line['kind'], asked: string | undefined) => {
    if (asked === undefined) return shared.part[kind];
    return kind === 'skills' ? asked : t.about(shared.part[kind], asked);
  };
  return (line: Line): Finding => {
    const has = value(line.kind, line.has) ?? '';
    const close = line.verdict === 'partly';
    return {
      title: titleOf(line.kind, value(line.kind, line.asked)),
      detail:
        t.finding[line.code]?.({ who, has, close, km: line.distance_km ?? 0 }) ??
        t.general[line.verdict](who),
      evidence: evidenceOf(line.evidence, t.evidence),
    };
  };
}

export function useQuestions() {
  const t = useWords(matchingWords);
  const value = useValue();
  return (question: Question): string => {
    const about = value(question.kind, question.about) ?? '';
    return t.question[question.field]?.(about) ?? t.questionGeneral[question.kind];
  };
}

/** The one line that says most: the only gap if there is one, else the best of what is met. */
export function tellingLine(match: Match): Line | undefined {
  const lines = match.parts.flatMap((part) => part.lines);
  const gaps = [...match.blocks, ...lines.filter((line) => line.verdict === 'missing')];
  if (gaps.length === 1) return gaps[0];
  const best = [...match.parts].sort((a, b) => b.points - a.points);
  return best.flatMap((part) => part.lines).find((line) => line.verdict === 'met') ?? gaps[0];
}

export function gapCount(match: Match): number {
  const lines = [...match.blocks, ...match.parts.flatMap((part) => part.lines)];
  return lines.filter((line) => line.verdict === 'missing').length;
}

/** How much could not be judged, because nobody has said it. */
export function unknownCount(match: Match): number {
  const lines = match.parts.flatMap((part) => part.lines);
  return lines.filter((line) => line.verdict === 'unknown').length;
}

function evidenceOf(
  evidence: string | null | undefined,
  words: Record<string, (name: string) => string>,
) {
  if (!evidence) return undefined;
  const [kind = '', ...name] = evidence.split(':');
  return words[kind]?.(name.join(':'));
}

/** A value of a finding as people read it; `undefined` where only a machine could. */
function useValue(position?: PositionCard) {
  const t = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const amount = (fen: string) => {
    const [low, high] = fen.split('-').map((part) => format.yuan(Number(part)));
    if (low === undefined) return undefined;
    return high === undefined || high === low ? t.value.yuan(low) : t.value.yuanRange(low, high);
  };
  return (kind: Line['kind'], value: string | null | undefined): string | undefined => {
    if (value == null || value === '') return undefined;
    switch (kind) {
      case 'pay':
        return amount(value);
      // A rank, from none to doctor.
      case 'degree':
        return named(shared.degree, value) ?? Object.values(shared.degree)[Number(value)];
      case 'shift':
        return named(shared.shift, value);
      case 'experience':
        return /^[\d.]+$/.test(value) ? t.value.years(value) : value;
      case 'housing':
        return { true: t.value.housed, false: t.value.notHoused }[value];
      case 'place':
        return value === position?.division.code ? position.division.name : unlessCode(value);
      case 'occupation':
        return value === position?.occupation?.code ? position.occupation.name : unlessCode(value);
      default:
        return value;
    }
  };
}

function named(names: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

function unlessCode(value: string): string | undefined {
  return /^[\d-]+$/.test(value) ? undefined : value;
}
