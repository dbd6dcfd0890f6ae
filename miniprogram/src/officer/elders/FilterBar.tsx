import { useState } from 'react';
import { Asked } from '../desk/Asked';
import { useDesk } from '../desk/OfficerPage';
import { Box, Button, Choices, Icon, Pressable, Sheet, Words, classes } from '@/components';
import { chosenInWords, isChosen, NOTHING_CHOSEN, type Chosen, type Group } from './filters';

interface FilterBarProps {
  groups: readonly Group[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** What the list is narrowed by: one pill for each at a PC, one button for all of them on a phone. */
export function FilterBar({ groups, chosen, onChange }: FilterBarProps) {
  const desk = useDesk();
  const [asked, setAsked] = useState<readonly Group[]>([]);
  const on = groups.filter(({ filter }) => chosen[filter].length > 0);
  const use = (next: Chosen) => {
    setAsked([]);
    onChange(next);
  };
  return (
    <Box className="pills" aria={{ role: 'group', label: '筛选' }}>
      {desk ? (
        groups.map((group) => (
          <Pill
            key={group.filter}
            group={group}
            chosen={chosen}
            onOpen={() => setAsked([group])}
            onClear={() => onChange({ ...chosen, [group.filter]: [] })}
          />
        ))
      ) : (
        <Button tone="line" icon="filter" onPress={() => setAsked(groups)}>
          {on.length > 0 ? `筛选，已选 ${on.length} 样` : '筛选'}
        </Button>
      )}
      {isChosen(chosen) && (
        <Button tone="quiet" onPress={() => onChange(NOTHING_CHOSEN)}>
          清空
        </Button>
      )}
      {!desk && on.length > 0 && (
        <Words className="note">
          {on.map((group) => `${group.title}：${chosenInWords(group, chosen)}`).join('；')}
        </Words>
      )}
      {asked.length > 0 && <FilterSheet groups={asked} chosen={chosen} onUse={use} onClose={() => setAsked([])} />}
    </Box>
  );
}

interface PillProps {
  group: Group;
  chosen: Chosen;
  onOpen: () => void;
  onClear: () => void;
}

function Pill({ group, chosen, onOpen, onClear }: PillProps) {
  const { filter, title } = group;
  const on = chosen[filter].length > 0;
  return (
    <Box className={classes('pill', on && 'pill--on')}>
      <Pressable className="pill__name" onPress={onOpen}>
        <Words>{on ? `${title}：${chosenInWords(group, chosen)}` : title}</Words>
        {!on && <Icon name="down" />}
      </Pressable>
      {on && (
        <Pressable className="pill__clear" onPress={onClear} aria={{ label: `不按${title}筛选` }}>
          <Icon name="x" />
        </Pressable>
      )}
    </Box>
  );
}

interface FilterSheetProps {
  groups: readonly Group[];
  chosen: Chosen;
  onUse: (chosen: Chosen) => void;
  onClose: () => void;
}

/** Nothing changes in the list until all is chosen: each look asks the service once. */
function FilterSheet({ groups, chosen, onUse, onClose }: FilterSheetProps) {
  const [draft, setDraft] = useState(chosen);
  const only = groups.length === 1 ? groups[0] : undefined;
  const none = { ...draft, ...Object.fromEntries(groups.map(({ filter }) => [filter, []])) };
  return (
    <Sheet open title={only ? `${only.title}，可以选几样` : '筛选，可以选几样'} onClose={onClose}>
      {groups.map((group) => {
        const { filter, title, options, note } = group;
        const choices = (
          <Choices
            label={title}
            columns={2}
            options={options}
            values={draft[filter]}
            onChange={(values) => setDraft({ ...draft, [filter]: values })}
          />
        );
        return (
          <Box key={filter} className="stack stack--tight">
            {only ? choices : <Asked label={title}>{choices}</Asked>}
            {note && <Words className="note">{note}</Words>}
          </Box>
        );
      })}
      <Box className="pair">
        <Button tone="line" onPress={() => onUse(none)}>
          不筛选
        </Button>
        <Button icon="check" onPress={() => onUse(draft)}>
          看结果
        </Button>
      </Box>
    </Sheet>
  );
}
