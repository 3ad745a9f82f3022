/** The frame around every page. */
import type { DocumentData, Names, OrganisationData, Overview } from '../../src/review/data.ts';
import { DocumentPage } from '../document/page.tsx';
import { OrganisationPage } from '../organisation/page.tsx';
import { OverviewPage } from '../overview/page.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';
import { Loaded } from './loaded.tsx';
import { NamesContext } from './names.ts';
import { useRoute } from './route.ts';

export function Site() {
  return (
    <LanguageProvider>
      <Header />
      <main id="main" tabIndex={-1}>
        <Loaded<Names> name="names">
          {(names) => (
            <NamesContext.Provider value={names}>
              <Page />
            </NamesContext.Provider>
          )}
        </Loaded>
      </main>
    </LanguageProvider>
  );
}

function Page() {
  const route = useRoute();
  if (route.page === 'document')
    return (
      <Loaded<DocumentData> name={`documents/${route.id}`}>
        {(data) => <DocumentPage key={route.id} data={data} tab={route.tab} at={route.at} />}
      </Loaded>
    );
  if (route.page === 'organisation')
    return (
      <Loaded<OrganisationData> name={`organisations/${route.key}`}>
        {(data) => <OrganisationPage key={route.key} data={data} />}
      </Loaded>
    );
  return (
    <Loaded<Overview> name="overview">{(overview) => <OverviewPage overview={overview} query={route.query} />}</Loaded>
  );
}

function Header() {
  const { language, setLanguage, t } = useLanguage();
  return (
    <header class="site">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('skip')}
      </button>
      <a class="brand" href="#/">
        <span class="mark" lang="zh-CN" aria-hidden="true">
          公开
        </span>
        <span>{t('brand')}</span>
      </a>
      <fieldset class="languages">
        <legend class="unseen">{t('language')}</legend>
        <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => setLanguage('zh')}>
          中文
        </button>
        <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
          English
        </button>
      </fieldset>
    </header>
  );
}
