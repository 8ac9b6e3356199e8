export interface Page {
  name: string;
  script: number;
  style: number;
  extra: number;
  isPublic: boolean;
  isOver: boolean;
}
export function measure(): Page[];
