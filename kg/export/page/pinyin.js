// Pinyin of Chinese names, from the order in which the browser sorts characters: no table of readings needs to travel with the page, only the
// character at which each reading begins (data/derive_syllables.py), and what is read in more than one way. ü is v.
const PINYIN = (() => {
  const MARKS = 'a阿 ai哎 an安 ang肮 ao凹 ba丷 bai挀 ban扳 bang邦 bao勹 bei陂 ben奔 beng伻 bi屄 bian边 biao灬 bie憋 bin汃 bing冫 bo癶 bu峬 ca嚓 cai偲 can参 cang仓 cao撡 ce冊 cen嵾 ceng曽 cha叉 chai芆 chan辿 chang伥 chao抄 che车 chen抻 cheng阷 chi吃 chong充 chou抽 chu出 chua欻 chuai揣 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 dai呆 dan丹 dang当 dao刀 de嘚 den扥 deng灯 di氐 dian甸 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 dui垖 dun吨 duo多 e妸 ei诶 en奀 eng鞥 er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fiao覅 fo仏 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng刯 gong工 gou勾 gu估 gua瓜 guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 he诃 hei黒 hen拫 heng亨 hm噷 hong叿 hou齁 hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 jian戋 jiang江 jiao艽 jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 jun军 ka咔 kai开 kan刊 kang忼 kao尻 ke匼 kei剋 ken肎 keng劥 kong空 kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来 lan兰 lang啷 lao捞 le肋 lei勒 leng崚 li哩 lia俩 lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 lo囖 long龙 lou瞜 lu噜 lv驴 luan娈 lve掠 lun抡 luo罗 m呣 ma妈 mai埋 man嫚 mang牤 mao猫 me嚒 mei呅 men椚 meng擝 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞 mu毪 n嗯 na拏 nai腉 nan囡 nang囔 nao孬 ne疒 nei娞 nen恁 neng能 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 nong农 nou羺 nu奴 nv女 nuan奻 nve疟 nun黁 nuo郍 o喔 ou讴 pa妑 pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong芎 qiu丘 qu区 quan奍 que缺 qun夋 ran呥 rang穣 rao娆 re惹 ren人 reng扔 ri日 rong茸 rou厹 ru邚 rua挼 ruan堧 rui婑 run瞤 ruo捼 sa仨 sai毢 san三 sang桒 sao掻 se閪 sen森 seng僧 sha杀 shai筛 shan山 shang伤 shao弰 she奢 shei谁 shen申 sheng升 shi尸 shou収 shu书 shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 si厶 song忪 sou凁 su苏 suan狻 sui夊 sun孙 suo唆 ta他 tai囼 tan坍 tang汤 tao夲 te忑 teng熥 ti剔 tian天 tiao旫 tie帖 ting厅 tong囲 tou偷 tu凸 tuan湍 tui推 tun吞 tuo乇 wa屲 wai歪 wan弯 wang尣 wei危 wen昷 weng翁 wo挝 wu乌 xi夕 xia虲 xian仙 xiang乡 xiao灱 xie些 xin心 xing星 xiong凶 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 yao幺 ye倻 yi一 yin囙 ying应 yo哟 yong佣 you优 yu込 yuan囦 yue曰 yun晕 za帀 zai災 zan兂 zang匨 zao傮 ze则 zei贼 zen怎 zeng増 zha扎 zhai夈 zhan枬 zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai拽 zhuan专 zhuang妆 zhui隹 zhun宒 zhuo卓 zi乲 zong宗 zou邹 zu租 zuan钻 zui厜 zun尊 zuo昨';
  const SEVERAL = '曾ceng,zeng 单dan,shan 长zhang,chang 重zhong,chong 行xing,hang 乐le,yue 厦sha,xia 仇chou,qiu 解jie,xie 查cha,zha 朴pu,piao 区qu,ou 盖gai,ge 翟di,zhai 尉wei,yu 缪mou,miao 覃tan,qin 召zhao,shao 六liu,lu 蚌bang,beng 都dou,du 会hui,kuai 大da,dai 传chuan,zhuan 调diao,tiao 朝chao,zhao 阿a,e 藏cang,zang 参can,shen 石shi,dan 省sheng,xing 车che,ju 奇qi,ji 莘shen,xin 铅qian,yan 歙she,xi 涡wo,guo 蔚wei,yu 番fan,pan 浚jun,xun 牟mou,mu 乾qian,gan 员yuan,yun 折zhe,she 贾jia,gu 柏bai,bo 万wan,mo 俞yu,shu 薄bao,bo 宓mi,fu 祭ji,zhai 洗xi,xian 种zhong,chong 降jiang,xiang 校xiao,jiao 系xi,ji 卡ka,qia 率lv,shuai 数shu,shuo 更geng,jing 红hong,gong 觉jue,jiao 模mo,mu 宿su,xiu 提ti,di 畜chu,xu 殷yin,yan 择ze,zhai';
  const several = new Map(SEVERAL.split(' ').map((entry) => [entry[0], entry.slice(1).split(',')])), cache = new Map();
  let collator = null;
  try { collator = new Intl.Collator(['zh-Hans-CN-u-co-pinyin', 'zh-CN']); } catch { /* an old browser: names are found by their characters alone */ }
  const all = MARKS.split(' ').map((mark) => ({sign: mark.slice(-1), syllable: mark.slice(0, -1)}));
  const marks = collator ? all.filter(({sign}, i) => (i === 0 || collator.compare(all[i - 1].sign, sign) < 0) && (i === all.length - 1 || collator.compare(sign, all[i + 1].sign) < 0)) : [];
  const works = marks.length > all.length * 0.95;  // browsers differ in a few rare characters, not more

  /** How one character may be read, the commonest reading first. @param {string} sign @returns {string[]} */
  function readings(sign) {
    if (!cache.has(sign)) cache.set(sign, find(sign));
    return cache.get(sign);
  }

  function find(sign) {
    if (/[a-z0-9]/i.test(sign)) return [sign.toLowerCase()];
    if (!works || sign < '\u4e00' || sign > '\u9fff') return [];
    let low = 0, high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (collator.compare(marks[middle].sign, sign) <= 0) low = middle; else high = middle - 1;
    }
    const read = several.get(sign) ?? [marks[low].syllable];
    return [...new Set([...read, ...read.filter((syllable) => /^[ln]v/.test(syllable)).flatMap((syllable) => [syllable.replace('v', 'u'), syllable.replace('v', 'yu')])])];
  }

  /** The readings of the characters of a name that have any. @param {string} text */
  const spelling = (text) => Array.from(text, readings).filter((read) => read.length);

  /** Whether a word spells a name from one of its characters on: each in full or by its first letter, the last one as far as it goes.
   * @param {string[][]} spelt @param {string} word @returns {number} 0: no; 1: a part; 2: the whole of what follows */
  function spells(spelt, word, from = 0, at = 0) {
    if (at === word.length) return from === spelt.length ? 2 : 1;
    if (from === spelt.length) return 0;
    let best = 0;
    for (const read of spelt[from]) {
      const rest = word.slice(at);
      if (read.startsWith(rest)) best = Math.max(best, read === rest || rest.length === 1 ? (from === spelt.length - 1 ? 2 : 1) : 1);
      if (best < 2 && word.startsWith(read, at)) best = Math.max(best, spells(spelt, word, from + 1, at + read.length));
      if (best < 2 && read.length > 1 && word[at] === read[0]) best = Math.max(best, spells(spelt, word, from + 1, at + 1));
      if (best === 2) break;
    }
    return best;
  }

  return {works, spelling, spells, /** @param {string} text */ initials: (text) => spelling(text).map(([read]) => read[0]).join('')};
})();
