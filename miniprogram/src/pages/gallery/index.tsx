import { useState } from 'react';
import {
  Art,
  asPage,
  Avatar,
  Banner,
  Box,
  Button,
  Card,
  Checkbox,
  Chip,
  Choice,
  Empty,
  ErrorState,
  Mark,
  Heading,
  Icon,
  OfflineState,
  Page,
  PhotoPicker,
  Progress,
  RadioCards,
  Row,
  SectionTitle,
  Segmented,
  Sheet,
  SignaturePad,
  Skeleton,
  Switch,
  TextArea,
  TextField,
  Timeline,
  Words,
  type Photo,
} from '@/components';
import { iconNames } from '@/components/icon-names';
import { Problem, scan, subscribe, useParams } from '@/platform';

const hazards = [
  { value: 'safe', label: '安全', meaning: 'done' },
  { value: 'fairly', label: '较安全', meaning: 'worry' },
  { value: 'unsafe', label: '不安全', meaning: 'danger' },
] as const;
const plain = [
  { value: 'same', label: '无变化' },
  { value: 'better', label: '较好' },
  { value: 'worse', label: '较差' },
] as const;
const ways = [
  { value: 'self', title: '我来处理', detail: '您自己约人，换好点一下“办好了”' },
  { value: 'community', title: '请社区协助', detail: '刘芳帮忙联系燃气公司，费用自付' },
] as const;

function Buttons() {
  return (
    <Card>
      <Box className="stack">
        <Heading level={3} as={2}>
          按钮
        </Heading>
        <Button wide onPress={() => undefined}>
          主按钮，一屏一个
        </Button>
        <Button wide busy busyText="正在提交" onPress={() => undefined}>
          提交
        </Button>
        <Button wide blocked="还差 2 题" onPress={() => undefined}>
          提交
        </Button>
        <Box className="pair">
          <Button tone="line" icon="camera" onPress={() => undefined}>
            拍一张
          </Button>
          <Button tone="redline" icon="stop" onPress={() => undefined}>
            求助
          </Button>
        </Box>
        <Button tone="quiet" onPress={() => undefined}>
          文字按钮
        </Button>
      </Box>
    </Card>
  );
}

function Choices() {
  const [mood, setMood] = useState<string | null>(null);
  const [gas, setGas] = useState<string | null>('unsafe');
  const [way, setWay] = useState<string | null>('community');
  return (
    <>
      <Card>
        <Box className="stack">
          <Heading level={3} as={2}>
            精神状态
          </Heading>
          <Words className="last-time">灰色虚线是上次的，点一下才算这次</Words>
          <Choice label="精神状态" options={plain} value={mood} last="same" onChange={setMood} />
          <Box className="line line--apart">
            <Heading level={3} as={2}>
              <Icon name="flame" /> 燃气安全
            </Heading>
            <Words className="last-time">上次：较安全</Words>
          </Box>
          <Choice label="燃气安全" options={hazards} value={gas} onChange={setGas} />
          <Banner meaning="danger" title="先关阀门，开窗">
            闻到味别碰开关，出屋打 119
          </Banner>
        </Box>
      </Card>
      <SectionTitle
        aside={
          <>
            <Icon name="clock" />
            <Words>11月26日前</Words>
          </>
        }
      >
        您想怎么办？
      </SectionTitle>
      <RadioCards label="您想怎么办？" options={ways} value={way} onChange={setWay} />
    </>
  );
}

function Fields() {
  const [name, setName] = useState('王静');
  const [note, setNote] = useState('');
  const [agreed, setAgreed] = useState(true);
  const [care, setCare] = useState(false);
  return (
    <Card>
      <Box className="stack">
        <TextField label="姓名" value={name} onChange={setName} />
        <TextField label="电话" kind="phone" value="1380" error="电话少了几位，应是 11 位" onChange={() => undefined} />
        <TextField label="出生日期" kind="date" value="1944-03-08" onChange={() => undefined} />
        <TextArea label="写两句" hint="看到什么写什么" value={note} maxLength={200} onChange={setNote} />
        <Checkbox checked={agreed} onChange={setAgreed}>
          我看过了，同意
        </Checkbox>
        <Switch checked={care} onChange={setCare} detail="字大、按钮大">
          关怀模式
        </Switch>
      </Box>
    </Card>
  );
}

function Signing() {
  const [kind, setKind] = useState('signed');
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [signed, setSigned] = useState<Photo | null>(null);
  const [wipe, setWipe] = useState(0);
  return (
    <Box className="stack">
      <SectionTitle
        aside={
          <Button tone="quiet" onPress={() => setWipe(wipe + 1)}>
            重写
          </Button>
        }
      >
        请李奶奶确认
      </SectionTitle>
      <Segmented
        label="怎么确认"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'signed', label: '本人签字' },
          { value: 'mark', label: '画个记号' },
          { value: 'proxy', label: '家人代签' },
        ]}
      />
      <SignaturePad label="请李秀兰在这里签名" onChange={setSigned} wipe={wipe} />
      <Words className="note">{signed ? `已签 ${signed.bytes.length} 字节` : '还没有签'}</Words>
      <SectionTitle aside="只拍环境，不拍证件">照片 {photos.length} 张</SectionTitle>
      <PhotoPicker label="燃气" photos={photos} onChange={setPhotos} />
    </Box>
  );
}

function Lists() {
  return (
    <>
      <Box className="line line--wrap">
        <Chip meaning="owed">待探访，还有 6 天</Chip>
        <Chip meaning="owed" icon="user">
          轮到您了
        </Chip>
        <Chip meaning="done">已探访</Chip>
        <Chip meaning="worry">上周没见到，先去</Chip>
        <Chip meaning="danger">不安全</Chip>
        <Chip meaning="excused">免访，住院</Chip>
      </Box>
      <Row
        look="card"
        to="/pages/landing/index"
        lead={<Avatar name="孙桂英" />}
        title="孙桂英"
        note="79 岁"
        aside="约 120 米"
        chips={<Chip meaning="worry">上周没见到，先去</Chip>}
        detail="每周一次，5 号楼 1 单元"
      />
      <Row
        look="flat"
        to="/pages/landing/index"
        lead={<Avatar name="刘长河" done />}
        title="刘长河"
        note="71 岁"
        aside="9:12"
        chips={<Chip meaning="done">已探访</Chip>}
      />
      <Card rows>
        <Row
          lead={<Mark icon="flame" look="worry" />}
          title="燃气软管旧了"
          detail="11月18日看到"
          trail={
            <Chip meaning="worry" icon="eye">
              这次必看
            </Chip>
          }
        />
        <Row
          lead={<Mark icon="ok" look="done" />}
          title="降压药快吃完"
          detail="女儿已买好"
          trail={
            <Chip meaning="done" icon="check">
              办好了
            </Chip>
          }
        />
        <Row lead={<Mark icon="ear" look="sun" />} title="听力不好" detail="先拍门，站近些，慢慢说" />
        <Row lead={<Mark icon="walk" look="sun" />} title="走路用助行器" detail="开门要等两三分钟，别着急走" />
      </Card>
      <Banner icon="offline" title="现在没有网，照样能探访" onPress={() => undefined} live>
        1 份记录存好了，有网自动送出
      </Banner>
      <Banner meaning="done" title="都送到了">
        3 份记录，社区已收到
      </Banner>
      <Banner meaning="worry" title="1 份没被收下">
        照片太暗看不清，请补拍一张
      </Banner>
      <Card>
        <Timeline
          steps={[
            { state: 'done', title: '敲门、喊名字', detail: '等了 3 分钟，没应声', aside: '9:58' },
            { state: 'now', title: '打给儿子赵军', detail: '第一联系人，问问是不是出门了' },
            { state: 'worry', icon: 'flame', title: '燃气软管裂了', detail: '阀门已关。社区刘芳在跟进' },
            { state: 'later', title: '请老人签字，交差' },
          ]}
        />
      </Card>
    </>
  );
}

function States() {
  return (
    <>
      <Card>
        <Empty title="今天没有要去的，歇歇吧">明天上午有 2 家</Empty>
      </Card>
      <Card>
        <ErrorState
          error={new Problem(500, 'http.500', '没办成', [], '01JABCDEF7F3K')}
          kept="您填的都还在"
          onRetry={() => undefined}
        />
      </Card>
      <Card>
        <OfflineState />
      </Card>
      <Skeleton cards={1} slow />
      <Box className="line line--wrap">
        <Art name="door" />
        <Art name="home" />
        <Art name="received" large />
        <Art name="kept" large />
      </Box>
      <Card look="sun">
        <Box className="line line--wrap">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </Box>
      </Card>
    </>
  );
}

/** Every component in its states, for looking at: `?care=1` shows 关怀模式. */
function Gallery() {
  const { care, desk, sheet } = useParams();
  const [open, setOpen] = useState(sheet === '1');
  const [scanned, setScanned] = useState<string | null>(null);
  return (
    <Page
      title="组件"
      care={care === '1'}
      desk={desk === '1'}
      head={<Progress title="第 3 段，共 6 段" aside="已答 4 / 11" parts={[1, 0.7, 0.25, 0, 0, 0]} current={2} />}
      footInLine
      foot={
        <>
          <Button tone="redline" icon="stop" stacked onPress={() => setOpen(true)}>
            求助
          </Button>
          <Button className="grow" onPress={async () => setScanned(await scan(true))}>
            {scanned ?? '扫门牌码'}
          </Button>
        </>
      }
      tabs={{
        current: 'today',
        tabs: [
          { key: 'today', label: '今日', icon: 'home', to: '/pages/gallery/index' },
          { key: 'records', label: '记录', icon: 'list', to: '/pages/gallery/index' },
          { key: 'mine', label: '我的', icon: 'user', to: '/pages/gallery/index' },
        ],
      }}
    >
      <Box className="line line--apart">
        <Box className="grow">
          <Heading level={1}>周敏，上午好</Heading>
          <Words className="note">11月24日 周二，今天 3 家</Words>
        </Box>
        <Art name="door" />
      </Box>
      <Buttons />
      <Choices />
      <Fields />
      <Signing />
      <Lists />
      <States />
      <Button
        tone="quiet"
        onPress={() =>
          subscribe([{ templateId: 't1', title: '探访结果提醒' }], { worldUrl: '/simulator/world/phones/x' })
        }
      >
        微信提醒
      </Button>
      <Sheet open={open} title="不探访了？填的会留着" onClose={() => setOpen(false)}>
        <Box className="pair">
          <Button tone="line" onPress={() => setOpen(false)}>
            先放着
          </Button>
          <Button onPress={() => setOpen(false)}>接着填</Button>
        </Box>
      </Sheet>
    </Page>
  );
}

export default asPage(Gallery, { open: true });
