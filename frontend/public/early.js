// Before the first paint: language, size and theme as the cookies say, so that nothing flashes or jumps.
// The same as src/app/preferences.ts; the server may write these attributes itself, and this changes nothing.
(function () {
  var html = document.documentElement;
  function cookie(name) {
    var found = document.cookie.match('(?:^|; )' + name + '=([a-z]+)');
    return found ? found[1] : '';
  }
  if (cookie('locale') === 'en') html.lang = 'en';
  ['size', 'theme', 'density'].forEach(function (name) {
    if (cookie(name)) html.setAttribute('data-' + name, cookie(name));
  });
})();
