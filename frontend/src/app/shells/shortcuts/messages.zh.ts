import type { Shortcut } from '../../../lib/shortcuts';

export const zh = {
  title: '键盘快捷键',
  lead: '这一页现在能用的：',
  does: {
    nextStep: '到“下一步”',
    firstRow: '到列表第一行',
    nextRow: '在列表里：到下一行',
    previousRow: '在列表里：到上一行',
    selectRow: '在列表里：选中这一行，或取消',
    nextDetail: '在详情里：看下一条',
    previousDetail: '在详情里：看上一条',
    undo: '撤销刚才的操作',
    palette: '查找或前往',
    list: '打开这张表',
  } satisfies Record<Shortcut, string>,
  singleKeys: '启用单键快捷键',
  singleKeysHint:
    '不用按 Ctrl 的那些。用语音输入、或者容易碰到键盘时，可以关掉；关掉后从“显示”里再打开。',
};
