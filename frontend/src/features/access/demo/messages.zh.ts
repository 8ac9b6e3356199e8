import type { Role } from '../../../api/types';

export const zh = {
  title: '试用：选一个身份直接进入',
  lead: '这里全是演示数据，不是真实的人和单位，可以放心点。',
  role: {
    veteran: '看自己的匹配和理由',
    spouse: '随军找工作',
    employer_representative: '看哪些人合适本单位岗位',
    mentor: '带教老兵（网页在做）',
    organizer: '办招聘会（网页在做）',
    station_officer: '登记本辖区的人，帮他们找工作',
    finance_maker: '制作发放批次（网页在做）',
    finance_checker: '复核发放批次（网页在做）',
    system_administrator: '开账号，管服务站和后台任务',
    security_administrator: '授予和收回角色',
    auditor: '查看操作记录',
  } satisfies Record<Role, string>,
};
