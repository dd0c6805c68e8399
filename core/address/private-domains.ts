/**
 * Domains of mailboxes that anybody may have, and of mailboxes that last an hour. Gathered from the sign-up pages of the
 * providers of France, its neighbours and Québec, and, for the rest of the world, from those that occur often enough in
 * the list of the npm package free-email-domains (MIT, HubSpot's) to matter; whole, that list is 229 KB, more than a
 * function should carry for it. A domain that is missing here counts as a company's own: add it.
 */
const free = `
gmail.com googlemail.com icloud.com me.com mac.com aol.com aim.com ymail.com rocketmail.com msn.com passport.com
proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me hey.com
fastmail.com fastmail.fm hushmail.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com post.com europe.com
consultant.com engineer.com myself.com dr.com writeme.com cheerful.com inbox.com lycos.com excite.com rediffmail.com
orange.fr wanadoo.fr voila.fr free.fr aliceadsl.fr libertysurf.fr online.fr sfr.fr neuf.fr cegetel.net club-internet.fr
9online.fr 9business.fr numericable.fr numericable.com noos.fr bbox.fr laposte.net laposte.fr gmx.fr caramail.com
nordnet.fr dartybox.com mailo.com mailo.fr netcourrier.com net-c.com ilemail.com worldonline.fr infonie.fr tele2.fr
estvideo.fr evc.net modulonet.fr ozone.net guideo.fr mediaserv.net canl.nc lagoon.nc mls.nc mail.pf vinicom.pf only.fr
skynet.be telenet.be proximus.be voo.be belgacom.net scarlet.be versateladsl.be brutele.be base.be pandora.be
bluewin.ch sunrise.ch hispeed.ch swissonline.ch netplus.ch infomaniak.ch ik.me etik.com vtxnet.ch romandie.com
pt.lu internet.lu vo.lu monaco.mc libello.com andorra.ad
videotron.ca videotron.qc.ca sympatico.ca bell.net rogers.com shaw.ca telus.net cogeco.ca globetrotter.net hotmail.ca
gmx.com gmx.net gmx.de gmx.at gmx.ch gmx.us web.de t-online.de freenet.de arcor.de online.de posteo.de posteo.net
mailbox.org 1und1.de vodafone.de mail.de email.de aon.at chello.at a1.net inode.at kabsi.at utanet.at
libero.it virgilio.it tiscali.it tin.it alice.it tim.it iol.it inwind.it email.it fastwebnet.it pec.it poste.it blu.it
terra.es telefonica.net ono.com ya.com wanadoo.es orange.es movistar.es euskalnet.net sapo.pt iol.pt clix.pt netcabo.pt mail.pt
btinternet.com btopenworld.com bt.com virginmedia.com ntlworld.com blueyonder.co.uk sky.com talktalk.net tiscali.co.uk
plusnet.com plus.com tesco.net o2.co.uk eircom.net
ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl upcmail.nl casema.nl quicknet.nl tele2.nl chello.nl
telia.com bredband.net comhem.se spray.se passagen.se online.no getmail.no mail.dk jubii.dk stofanet.dk luukku.com
wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl interia.pl interia.eu gazeta.pl tlen.pl vp.pl buziaczek.pl
seznam.cz email.cz centrum.cz post.cz atlas.cz volny.cz azet.sk zoznam.sk centrum.sk freemail.hu citromail.hu indamail.hu
abv.bg mail.bg dir.bg inbox.lv inbox.lt mail.ee hot.ee otenet.gr in.gr forthnet.gr ukr.net i.ua meta.ua bigmir.net
mail.ru bk.ru list.ru inbox.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru narod.ru
menara.ma iam.net.ma planet.tn topnet.tn gnet.tn caramail.fr djaweb.dz
qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com foxmail.com 139.com aliyun.com naver.com daum.net hanmail.net
nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp
uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com prodigy.net.mx
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net
optonline.net roadrunner.com rr.com windstream.net frontier.com centurylink.net embarqmail.com q.com duck.com pobox.com
bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz privaterelay.appleid.com relay.firefox.com mozmail.com
`;

const disposable = `
yopmail.com yopmail.fr yopmail.net cool.fr.nf jetable.fr.nf nospam.ze.tc nomail.xl.cx mega.zik.dj speed.1s.fr courriel.fr.nf
moncourrier.fr.nf monemail.fr.nf monmail.fr.nf jetable.org jetable.com jetable.net jetable.pp.ua mailinator.com mailinator.net
mailinator2.com notmailinator.com reallymymail.com sogetthis.com suremail.info binkmail.com guerrillamail.com
guerrillamail.net guerrillamail.org guerrillamail.biz guerrillamail.de guerrillamail.info guerrillamailblock.com grr.la
sharklasers.com pokemail.net spam4.me 10minutemail.com 10minutemail.net 10minutemail.co.uk 10minutesmail.fr 20minutemail.com
minutemail.com temp-mail.org temp-mail.io tempmail.com tempmail.net tempmail.plus tempmail.dev tempmailo.com tempail.com
tempr.email tempinbox.com throwawaymail.com throwaway.email trashmail.com trashmail.de trashmail.me trashmail.net trash-mail.com
trash-mail.at trashmail.fr kurzepost.de wegwerfemail.de wegwerfmail.de mytrashmail.com maildrop.cc getnada.com nada.email
mohmal.com emailondeck.com dispostable.com discard.email discardmail.com discardmail.de mailnesia.com mailcatch.com
mailnull.com mailexpire.com mailforspam.com mailmoat.com mailtemp.net mailpoof.com mailsac.com moakt.com moakt.cc fakeinbox.com
fakemail.net fakemailgenerator.com armyspy.com cuvox.de dayrep.com einrot.com fleckens.hu gustr.com jourrapide.com rhyta.com
superrito.com teleworm.us getairmail.com inboxkitten.com incognitomail.com mintemail.com spamgourmet.com spambox.us
spamex.com spamfree24.org spamherelots.com tmail.io tmpmail.org tmpmail.net burnermail.io 33mail.com anonaddy.me dropmail.me
emltmp.com luxusmail.org linshiyouxiang.net mail-temp.com mail.tm crazymailing.com haltospam.com filzmail.com mailde.de
owlymail.com harakirimail.com zetmail.com yepmail.net ephemail.net link2mail.net klzlk.com onetm.jp anonbox.net
`;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

export const freeDomains = wordsOf(free);
export const disposableDomains = wordsOf(disposable);

/** Names that a provider uses under many countries' endings, as hotmail.fr and yahoo.co.uk. */
export const freeFamilies: ReadonlySet<string> = new Set(["outlook", "hotmail", "live", "yahoo", "aol", "gmx", "yandex"]);
