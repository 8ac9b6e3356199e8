export const zh = {
  list: '合适的岗位',
  details: '看逐项对照',
  title: '为这个人找岗位',
  lead: '按符合程度从高到低排。打开每个岗位下面的“逐项对照”，可以当面讲清楚为什么。',
  back: '人员档案',
  nothing: '现在没有合适的岗位',
  nothingAdvice: '可以当面问清想做什么、会什么、愿意去哪里，替本人补上，再来看。',
  fillIn: '替本人补资料',
  noConsent: '本人还没有同意用档案匹配岗位',
  noConsentAdvice: '请当面说明用途。本人在纸上签字以后，在档案的“书面同意”里勾上，就能看了。',
  toConsents: '回到档案记下同意',
};
