// What the page says, in the languages it speaks. `{…}` are filled in by t(). Type and relation labels come with the data.
const WORDS = {
  zh: {
    entities: '{n} 个实体', relations: '{n} 条关系', articles: '{n} 篇文章', dates: '{first} 至 {last}',
    search: '查找姓名、简称、职务、拼音…', searchShort: '查找', noMatch: '没有找到“{q}”', alias: '又名', close: '关闭',
    filters: '筛选', types: '类型', kinds: '关系', statuses: '状态', all: '全选', none: '全不选', more: '再列 {n} 条', evidenceOf: '依据', confidence: '可信度不低于', leastArticles: '至少见于', time: '时间', undated: '未注明日期也画（{n} 条）', isolated: '隐藏没有线的点', reset: '恢复默认', allTime: '全部时间', from: '从', to: '到', span: '{from} 至 {to}：{n} 条陈述',
    fit: '全图', fitTip: '看到整张图（0）', theme: '明暗', language: 'English', help: '说明', tables: '表格', path: '路径', png: '图片', print: '打印', link: '链接', linked: '链接已复制', copied: '已复制', copyFailed: '浏览器不许复制', menu: '更多', zoomIn: '放大', zoomOut: '缩小', panelToggle: '展开或收起', loading: '正在打开…',
    back: '后退', forward: '前进', overview: '概览',
    helpTitle: '怎么读这张图', legendTitle: '图例',
    help1: '每个点是一个人、机构、企业或别的实体：形状和颜色说明类型，越大联系越多。',
    help2: '每条线是报道里写明的一种关系，箭头由主语指向宾语。点线看原句。',
    help3: '虚线、淡色不是既成事实：计划、否认、曾经或据称，线上有字标明。',
    help4: '点名称看档案，双击展开或收起邻居，拖动即固定位置；滚轮缩放，拖空白处平移。',
    help5: '金额不画在图上，列在所属企业、项目的档案里；点左侧“{label}”可以画出。',
    help6: '地址栏里的链接记着现在看到的一切，可以存下或发给别人（连同文件）。',
    keys: '键盘', keyList: [['/', '查找'], ['0', '全图'], ['+ −', '缩放'], ['← ↑ → ↓', '平移'], ['[ ]', '后退、前进'], ['1 2 3', '只看周围一、二、三步'], ['E', '展开或收起'], ['P', '固定'], ['L', '找路径'], ['T', '表格'], ['F', '筛选'], ['D', '明暗'], ['Esc', '退回']],
    questions: '从这里问起', q_visits: '谁走访了哪些企业', q_open: '计划了而未见报道落实的', q_money: '投资、资助与金额', q_deals: '签约与合作', q_path: '两者之间有什么联系',
    coverage: '来源', coverageText: '{articles} 篇文章，{papers}', unknownPaper: '报纸不明', noDate: '日期不明', connected: '联系最多', articleList: '文章', moreEvidence: '另有 {n} 处出处未收入本页', untitled: '（无标题）',
    posts: '职务', times: '{n} 篇', degree: '与 {n} 个实体相连', around: '只看周围', steps: '{n} 步', whole: '看全部', centre: '居中', expand: '展开', collapse: '收起', pin: '固定', unpin: '放开', pathFrom: '找它和…的路径', timeline: '历年',
    statementsOf: '本文所述关系', evidence: '出处', evidenceCount: '{n} 处出处', noRelations: '没有关系。', noEvidence: '没有留下原句。', passive: '（被）{label}', page: '{page} 版', also: '两者间的其他关系', offDrawing: '（图上已关掉）',
    showingShort: '先画 {shown} / {total} 个', showing: '先画联系最有分量的 {shown} 个；共 {total} 个，其余可查找、双击展开，或', showAll: '全部画出', fewer: '只画要点', nothing: '没有可画的内容：筛选得太窄了？',
    folded: '{n} 个收在中心点旁（+n）', focusNotice: '只看“{name}”周围 {n} 步：{shown} 个实体', focusCut: '（取联系最多的）', pathNotice: '“{a}”与“{b}”的路径',
    pathTitle: '两者之间的路径', pathA: '起点', pathB: '终点', pathHint: '输入两个名称，或在图上点选。枢纽（如一个省）尽量绕开；被否认的关系不算。', pathNone: '按现在的筛选，两者没有连通。', pathSteps: '第 {n} 条路：{steps} 步', via: '经由 {names}', direct: '直接相连', swap: '对换',
    tableEntities: '实体', tableStatements: '关系陈述', rows: '{n} 行', filterRows: '在表中筛选…', copy: '复制', csv: '下载 CSV', allRelations: '全部关系', allStatuses: '全部状态', allTypes: '全部类型', allObjects: '全部客体', openOnly: '只列未见落实的', tableNote: '按左侧筛选；点表头排序，点名称看档案。', openNote: '只有“计划”、没有同一关系的既成报道；“两者间已述”列出这两个实体之间已有的其他报道。',
    columns: {name: '名称', type: '类型', aliases: '又名', posts: '职务', degree: '相连', articles: '篇数', first: '首见', last: '末见', subject: '主体', relation: '关系', object: '客体', status: '状态', date: '日期', qualifiers: '说明', quote: '原句', title: '文章', paper: '报纸', published: '见报', page: '版', confidence: '可信度', other: '两者间已述', value: '数值', source: '来源'},
    status: {asserted: '已述', planned: '计划', denied: '否认', former: '曾经', reported: '据称'},
    qualifier: {title: '职务', date: '日期', role: '角色', start: '起', end: '止', amount: '金额', share: '份额', metric: '指标', period: '时期', subject: '事由', product: '产品', kind: '方式'},
    fact: {value: '数值', value_max: '至', currency: '币种', modifier: '约数', code: '区划代码', resolved: '全称已定', reported: '见报'},
    listSeparator: '、', credit: '每条线都有报道原句为据；本页不联网。',
  },
  en: {
    entities: '{n} entities', relations: '{n} relations', articles: '{n} articles', dates: '{first} to {last}',
    search: 'Find a name, post, pinyin…', searchShort: 'Find', noMatch: 'nothing found for “{q}”', alias: 'also', close: 'Close',
    filters: 'Filters', types: 'Types', kinds: 'Relations', statuses: 'Status', all: 'all', none: 'none', more: '{n} more', evidenceOf: 'Evidence', confidence: 'Confidence at least', leastArticles: 'Articles at least', time: 'Time', undated: 'Draw undated ones too ({n})', isolated: 'Hide marks without lines', reset: 'Reset', allTime: 'All time', from: 'from', to: 'to', span: '{from} to {to}: {n} statements',
    fit: 'Whole', fitTip: 'See the whole graph (0)', theme: 'Light/dark', language: '中文', help: 'Help', tables: 'Tables', path: 'Path', png: 'Picture', print: 'Print', link: 'Link', linked: 'Link copied', copied: 'Copied', copyFailed: 'The browser does not allow copying', menu: 'More', zoomIn: 'Zoom in', zoomOut: 'Zoom out', panelToggle: 'Open or close', loading: 'Opening…',
    back: 'Back', forward: 'Forward', overview: 'Overview',
    helpTitle: 'How to read this graph', legendTitle: 'Legend',
    help1: 'Each mark is a person, body, company or other entity: shape and colour tell its type, size how much is tied to it.',
    help2: 'Each line is one relation that an article states; the arrow runs from subject to object. Click it for the sentence.',
    help3: 'Dashed, faded lines are no settled facts: planned, denied, former or reported, as the line says.',
    help4: 'Click a name for its profile, double-click to expand or collapse, drag to pin; wheel to zoom, drag the sheet to pan.',
    help5: 'Amounts are not drawn but listed in the profile of their owner; click “{label}” on the left to draw them.',
    help6: 'The link in the address bar remembers all you see: keep it, or send it along with the file.',
    keys: 'Keyboard', keyList: [['/', 'find'], ['0', 'whole graph'], ['+ −', 'zoom'], ['← ↑ → ↓', 'pan'], ['[ ]', 'back, forward'], ['1 2 3', 'only one, two, three steps around'], ['E', 'expand or collapse'], ['P', 'pin'], ['L', 'find a path'], ['T', 'tables'], ['F', 'filters'], ['D', 'light or dark'], ['Esc', 'leave']],
    questions: 'Start with a question', q_visits: 'Who visited which companies', q_open: 'Planned and never reported done', q_money: 'Investments, funding and sums', q_deals: 'Agreements and partnerships', q_path: 'What ties one to another',
    coverage: 'Sources', coverageText: '{articles} articles, {papers}', unknownPaper: 'paper unknown', noDate: 'undated', connected: 'Most connected', articleList: 'Articles', moreEvidence: '{n} more sources are not in this page', untitled: '(untitled)',
    posts: 'Posts', times: '{n} articles', degree: 'tied to {n} entities', around: 'Only around', steps: '{n} steps', whole: 'Show all', centre: 'Centre', expand: 'Expand', collapse: 'Collapse', pin: 'Pin', unpin: 'Unpin', pathFrom: 'Path to…', timeline: 'Over time',
    statementsOf: 'What this article states', evidence: 'Evidence', evidenceCount: '{n} sources', noRelations: 'No relations.', noEvidence: 'No sentence was kept.', passive: '{label} (by)', page: 'page {page}', also: 'Other relations between the two', offDrawing: '(switched off in the graph)',
    showingShort: '{shown} of {total} drawn', showing: 'Drawn first: the {shown} most telling of {total}; search or double-click for the rest, or', showAll: 'draw all', fewer: 'only the gist', nothing: 'Nothing to draw: are the filters too narrow?',
    folded: '{n} folded into hubs (+n)', focusNotice: 'Only within {n} steps of “{name}”: {shown} entities', focusCut: '(the most connected)', pathNotice: 'Paths between “{a}” and “{b}”',
    pathTitle: 'Paths between two', pathA: 'From', pathB: 'To', pathHint: 'Type two names, or click them in the graph. Hubs (a province, say) are avoided where possible; denied relations do not count.', pathNone: 'Nothing ties the two with the filters as they are.', pathSteps: 'Path {n}: {steps} steps', via: 'via {names}', direct: 'tied directly', swap: 'Swap',
    tableEntities: 'Entities', tableStatements: 'Statements', rows: '{n} rows', filterRows: 'Filter rows…', copy: 'Copy', csv: 'Download CSV', allRelations: 'all relations', allStatuses: 'all statuses', allTypes: 'all types', allObjects: 'all objects', openOnly: 'only what was never reported done', tableNote: 'Follows the filters; click a heading to sort, a name for its profile.', openNote: 'Only planned, no report that the same relation came about; “also stated” lists what else is reported between the two.',
    columns: {name: 'name', type: 'type', aliases: 'aliases', posts: 'posts', degree: 'tied to', articles: 'articles', first: 'first', last: 'last', subject: 'subject', relation: 'relation', object: 'object', status: 'status', date: 'date', qualifiers: 'details', quote: 'sentence', title: 'article', paper: 'paper', published: 'published', page: 'page', confidence: 'confidence', other: 'also stated', value: 'value', source: 'source'},
    status: {asserted: 'stated', planned: 'planned', denied: 'denied', former: 'former', reported: 'reported'},
    qualifier: {title: 'post', date: 'date', role: 'role', start: 'from', end: 'until', amount: 'amount', share: 'share', metric: 'metric', period: 'period', subject: 'about', product: 'product', kind: 'kind'},
    fact: {value: 'value', value_max: 'up to', currency: 'currency', modifier: 'modifier', code: 'division code', resolved: 'full name known', reported: 'reported'},
    listSeparator: ', ', credit: 'Every line rests on a sentence of an article; this page makes no request.',
  },
};
let LANG = 'zh', W = WORDS.zh;

/** A text of the page with its `{…}` filled in. @param {string} key @param {Record<string, unknown>} [values] */
function t(key, values) {
  return W[key].replace(/\{(\w+)\}/g, (_, name) => String(values?.[name] ?? ''));
}

const number = (n) => n.toLocaleString(LANG === 'zh' ? 'zh-CN' : 'en');
