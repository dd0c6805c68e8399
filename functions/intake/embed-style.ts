/**
 * The few rules a form needs on any page, sent along with what it asks. They have no specificity (`:where`), so every rule of the
 * page wins over them; what is wrong is marked by a bar and not by the colour of its words, which would have to be read on grounds
 * nobody knows.
 */
export const embedStyle =
  ":where(.relance-form){max-width:36rem;" +
  ":where(form){display:grid;gap:1.25rem}" +
  ":where(label,legend){display:block;font-weight:600;padding:0;margin-bottom:.25rem}" +
  ":where(p,fieldset,ul){margin:0 0 .25rem;padding:0;border:0;min-width:0}" +
  ":where(ul){padding-left:1.25rem}" +
  ":where(input:not([type=checkbox],[type=radio]),select,textarea){box-sizing:border-box;width:100%;font:inherit;padding:.5rem .75rem;min-height:2.75rem}" +
  ":where(.relance-box){display:flex;gap:.625rem;align-items:baseline}" +
  ":where(.relance-box label){font-weight:400}" +
  ":where(button){font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.5rem;justify-self:start}" +
  ":where(.relance-error,.relance-summary){border-left:4px solid #c5221f;padding-left:.625rem;margin-top:.375rem}}";
