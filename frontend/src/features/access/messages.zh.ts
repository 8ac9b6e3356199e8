import type { Role } from '../../api/types';

export const zh = {
  title: '登录',
  identifier: '手机号、邮箱或用户名',
  password: '密码',
  submit: '登录',
  help: '没有账号或忘了密码，请到就近的退役军人服务站，请工作人员帮您办理。',
  failed: '没有登录成功',
  demoTitle: '试用：选一个身份直接进入',
  demoLead: '这里全是演示数据，不是真实的人和单位，可以放心点。',
  demoRole: {
    veteran: '看自己的匹配和理由',
    spouse: '随军找工作',
    employer_representative: '看哪些人合适本单位岗位',
    mentor: '带教老兵',
    organizer: '办招聘会',
    station_officer: '帮本辖区的人找工作',
    finance_maker: '制作发放批次',
    finance_checker: '复核发放批次',
    system_administrator: '管账号和设置',
    security_administrator: '管权限',
    auditor: '查看操作记录',
  } satisfies Record<Role, string>,
};
