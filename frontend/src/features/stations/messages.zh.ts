export const zh = {
  title: '退役军人服务站',
  lead: '找工作、核验身份、忘了密码，都可以到站里当面办，请带身份证。不收费。',
  place: '您住在哪里',
  all: '全部',
  count: (n: number) => `共 ${n} 个服务站`,
  none: '这个地方还没有登记服务站',
  noneAdvice: '可以拨打 12345，或选“全部”看市里的服务中心。',
  phone: '电话',
  address: '地址',
  hours: '开门时间',
};
