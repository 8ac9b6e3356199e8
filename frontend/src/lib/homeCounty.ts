/** The county this installation serves (Pinghu); its townships are offered by name. */
export const HOME_COUNTY = '330482';
