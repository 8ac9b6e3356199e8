export const zh = {
  tasksOf: (name: string) => `${name}：主要工作内容`,
  source: '摘自《职业分类大典》（2022 年版）；各单位的安排以岗位说明为准。',
};
